"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { RowLink } from "@/components/ui/data-table";
import type { DocumentRow } from "@/lib/cases/documents/types";
import { formatDate } from "@/lib/i18n/local-time";
import { paths } from "@/lib/paths";

/** The day on a paper, which is a day in Viet Nam. */
const dayOf = (date: string) => formatDate(`${date}T00:00:00+07:00`);
const isHeld = ({ scan }: DocumentRow) => scan === "waiting" || scan === "refused";

/** What a paper is called, with its number and day, and where pressing it leads. */
export function DocumentName({ row, caseId }: { row: DocumentRow; caseId: string }) {
  const t = useTranslations("cases.documents");
  const scan = useTranslations("files.scan");
  const kinds = useTranslations("kinds");
  const of = row.kindCode ? kinds(row.kindCode as "ACCOUNT_FREEZE") : "";
  const title =
    row.name ??
    (row.kind === "restitution"
      ? t("decision")
      : row.kind === "minutes"
        ? t("minutesOf", { kind: of })
        : row.state === "amends"
          ? t("amendmentOf", { kind: of })
          : of);
  return (
    <>
      {row.name === null ? (
        <RowLink href={placeOf(row, caseId)}>{title}</RowLink>
      ) : isHeld(row) ? (
        <span className="fw5 break-all">{title}</span>
      ) : (
        <a className="row-link break-all" data-row-link="" href={paths.file(row.id)} download>
          {title}
        </a>
      )}
      <span className="sub">
        {row.number ? (
          <span className="id">
            {row.date ? t("numberAndDate", { number: row.number, date: dayOf(row.date) }) : row.number}
          </span>
        ) : null}
        {row.number && row.requestCode ? " · " : null}
        {row.requestCode ? <span className="id">{row.requestCode}</span> : null}
        {row.sha256 ? (
          <span className="id" title={row.sha256}>
            {row.requestCode ? " · " : ""}
            {row.sha256.slice(0, 12)}…
          </span>
        ) : null}
      </span>
      {row.scan === "waiting" ? <Badge tone="amber">{scan("waiting")}</Badge> : null}
      {row.scan === "refused" ? (
        <Badge tone="red">
          {row.scanReason === "unexamined"
            ? scan("unexamined")
            : scan("refused", { reason: row.scanReason ?? "" })}
        </Badge>
      ) : null}
    </>
  );
}

function placeOf(row: DocumentRow, caseId: string): string {
  if (row.kind === "restitution") return paths.restitution(caseId);
  return row.kind === "minutes" ? paths.request(row.requestId!) : paths.letter(row.requestId!);
}
