import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { DefinitionList } from "@/components/ui/definition-list";
import type { Language } from "@/lib/i18n/languages";
import { paths } from "@/lib/paths";
import type { ReceivedRequest } from "@/lib/requests/desk/types";
import { detailsOf } from "@/lib/requests/kinds";
import type { LegalBasisLine } from "@/lib/requests/types";
import { FieldList } from "./fields/field-list";

/** Why it is asked and on what basis: grounds, provisions, what is disclosed, the order it follows, its files. */
export function OrderFacts({
  request,
}: {
  request: Pick<
    ReceivedRequest,
    "kindCode" | "details" | "legalBases" | "grounds" | "disclosure" | "parent" | "files"
  >;
}) {
  const t = useTranslations("queue.order");
  const answers = useTranslations("answers");
  const asked = detailsOf(request.kindCode).request;
  const { legalBases, grounds, disclosure, parent, files } = request;
  return (
    <DefinitionList
      className="order-facts"
      pairs={[
        { name: t("basis"), value: <BasisList lines={legalBases} /> },
        { name: t("grounds"), value: <span className="whitespace-pre-line">{grounds}</span> },
        {
          name: answers("details"),
          value: asked.length > 0 ? <FieldList fields={asked} told={request.details} /> : null,
        },
        { name: t("disclosure"), value: disclosure },
        {
          name: t("parent"),
          value: parent ? (
            <Link href={paths.request(parent.id)}>
              <span className="id">{parent.documentNumber ?? parent.code}</span>
            </Link>
          ) : null,
        },
        {
          name: t("files", { count: files.length }),
          value:
            files.length > 0 ? (
              <ul>
                {files.map((file) => (
                  <li key={file.id}>
                    <a href={paths.file(file.id)}>{file.name}</a>
                  </li>
                ))}
              </ul>
            ) : null,
        },
      ]}
    />
  );
}

function BasisList({ lines }: { lines: readonly LegalBasisLine[] }) {
  const locale = useLocale() as Language;
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.code}>{line.cited[locale]}</li>
      ))}
    </ul>
  );
}
