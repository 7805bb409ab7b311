import { getTranslations } from "next-intl/server";
import { Identifier } from "@/components/ui/identifier";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { formatDateTime } from "@/lib/i18n/local-time";
import { paths } from "@/lib/paths";
import type { DecisionRow, Dispute } from "@/lib/restitution/types";

const placeOf = ({ kind, id }: Dispute) => (kind === "objection" ? paths.request(id) : paths.appeal(id));

/** Whose words a decision waits for: about which hold, said by whom and when, and where they are answered. */
export async function DisputeNote({ decision }: { decision: Pick<DecisionRow, "status" | "disputes"> }) {
  if (decision.disputes.length === 0) return null;
  const t = await getTranslations("restitution.disputes");
  const lead = decision.status === "APPROVED" ? "issued" : decision.status === "DRAFT" ? "draft" : "waiting";
  return (
    <Note tone="amber" title={t(lead)}>
      <ul className="stack-1">
        {decision.disputes.map((dispute) => (
          <li key={`${dispute.holdId}:${dispute.id}:${dispute.kind}`}>
            {t.rich("source", {
              holder: dispute.holder,
              account: () => <Identifier value={dispute.account} />,
            })}{" "}
            {t(dispute.kind, { by: dispute.by, code: dispute.code, at: formatDateTime(dispute.at) })}.{" "}
            <Link href={placeOf(dispute)}>{t(dispute.kind === "upheld" ? "release" : "answer")}</Link>
          </li>
        ))}
      </ul>
    </Note>
  );
}

/** The same beside a hold, as links that say what waits. */
export async function DisputeMarks({ disputes }: { disputes: readonly Dispute[] }) {
  if (disputes.length === 0) return null;
  const t = await getTranslations("restitution.disputes");
  return disputes.map((dispute) => (
    <span key={`${dispute.kind}:${dispute.id}`} className="sub">
      <Link href={placeOf(dispute)} className="c-amber">
        {t(`${dispute.kind}Mark`, { code: dispute.code })}
      </Link>
    </span>
  ));
}
