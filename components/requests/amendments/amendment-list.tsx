import { BadgeCheck } from "@/components/icons/badge-check";
import { FilePen } from "@/components/icons/file-pen";
import { ShieldAlert } from "@/components/icons/shield-alert";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Note } from "@/components/ui/note";
import { Timestamp } from "@/components/ui/timestamp";
import type { AmendmentView } from "@/lib/requests/amendments/types";
import { AmendmentDiff } from "./amendment-diff";

/** What was amended of a request since it was issued, each with its number, its document, who signed it, and what changed. */
export function AmendmentList({
  lines,
  acts,
}: {
  lines: readonly AmendmentView[];
  /** What the reader may do with one that is not issued. */
  acts?: (line: AmendmentView) => ReactNode;
}) {
  const t = useTranslations("amendment");
  if (lines.length === 0) return null;
  return (
    <ol className="stack-3" aria-label={t("list")}>
      {lines.map((line) => (
        <li key={line.id} className="stack-2">
          <p className="row wrap t13">
            <FilePen className="i" aria-hidden />
            <b className="fw6">{line.number ? t("nth", { number: line.number }) : t("notIssued")}</b>
            {line.documentNumber ? <span className="num">{line.documentNumber}</span> : null}
            {line.status === "ISSUED" ? null : <Badge tone="amber">{t(`status.${line.status}`)}</Badge>}
            {line.genuine === null ? null : line.genuine ? (
              <Badge tone="green" icon={<BadgeCheck className="i i-14" aria-hidden />}>
                {t("genuine")}
              </Badge>
            ) : (
              <Badge tone="red" icon={<ShieldAlert className="i i-14" aria-hidden />}>
                {t("notGenuine")}
              </Badge>
            )}
          </p>
          <p className="t13">{t("because", { reason: line.reason })}</p>
          <AmendmentDiff changes={line.changes} />
          <p className="t12 dim">
            {line.signer && line.issuedAt
              ? t.rich("signedBy", { who: line.signer, at: () => <Timestamp at={line.issuedAt!} /> })
              : t("draftedBy", { who: line.drafter })}
          </p>
          {line.status === "DRAFT" && line.statedReason ? (
            <Note tone="red" title={t("returned")}>
              {line.statedReason}
            </Note>
          ) : null}
          {line.status === "ISSUED" ? null : acts?.(line)}
        </li>
      ))}
    </ol>
  );
}
