import { useTranslations } from "next-intl";
import { BrowserWords } from "@/components/ui/browser-words";
import { ButtonLink } from "@/components/ui/button-link";
import { paths } from "@/lib/paths";
import type { AmendmentView } from "@/lib/requests/amendments/types";
import { AmendmentStep } from "./amendment-step";

/** What whoever drafts an amendment may do with it. Stands apart, so that the desk's page does not carry its scripts. */
export function AmendmentActs({ requestId, line }: { requestId: string; line: AmendmentView }) {
  const t = useTranslations("amendment");
  return (
    <BrowserWords names={["amendment", "problems"]}>
      <span className="row wrap">
        {line.status === "DRAFT" ? (
          <ButtonLink href={paths.amendRequest(requestId)} size="sm">
            {t("goOn")}
          </ButtonLink>
        ) : null}
        <AmendmentStep
          act={line.status === "DRAFT" ? "discard" : "recall"}
          requestId={requestId}
          amendmentId={line.id}
          version={line.version}
        />
      </span>
    </BrowserWords>
  );
}
