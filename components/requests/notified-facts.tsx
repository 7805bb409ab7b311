import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { Money } from "@/components/ui/money";
import { Note } from "@/components/ui/note";
import { LimitEnd } from "@/components/ui/limit-end";
import { Timestamp } from "@/components/ui/timestamp";
import { formatDate } from "@/lib/i18n/local-time";
import type { ReceivedRequest } from "@/lib/requests/desk/types";

/** How an order stands for an objection: none yet, one that waits, all replied to, or too late for one. */
export function standingOf({
  status,
  objections,
}: Pick<ReceivedRequest, "status" | "objections">): "none" | "waits" | "replied" | "late" {
  if (objections.some(({ reply }) => reply === null)) return "waits";
  if (status === "WITHDRAWN" || status === "EXPIRED") return "late";
  return objections.length > 0 ? "replied" : "none";
}

/** What a prosecutor decides by, before the order's grounds: what it is, about how much, since when he knows, until when it runs. */
export function NotifiedFacts({ request }: { request: ReceivedRequest }) {
  const t = useTranslations("authenticity.notified.facts");
  const standing = standingOf(request);
  return (
    <section className="stack-2" aria-label={t("title")}>
      <Note tone={standing === "waits" ? "amber" : "grey"}>{t(`standing.${standing}`)}</Note>
      <DefinitionList
        pairs={[
          {
            name: t("document"),
            value: (
              <>
                <span className="id">{request.proof.documentNumber}</span>{" "}
                <span className="num">{formatDate(request.proof.documentDate)}</span>
              </>
            ),
          },
          { name: t("unit"), value: request.proof.unit },
          {
            name: t("signer"),
            value: [request.proof.signer.rank, request.proof.signer.name, request.proof.signer.title]
              .filter(Boolean)
              .join(" · "),
          },
          { name: t("addressee"), value: request.addresseeName },
          { name: t("targets"), value: t("targetCount", { count: request.span.count }) },
          {
            name: t("amount"),
            value: request.disputedAmount === "0" ? null : <Money value={request.disputedAmount} strong />,
          },
          {
            name: t("notifiedAt"),
            value: request.notifiedAt ? <Timestamp at={request.notifiedAt} /> : null,
          },
          { name: t("sentAt"), value: <Timestamp at={request.sentAt} /> },
          { name: t("dueAt"), value: request.dueAt ? <LimitEnd at={request.dueAt} /> : null },
          {
            name: t("answeredAt"),
            value: request.answeredAt ? <Timestamp at={request.answeredAt} /> : t("notAnswered"),
          },
        ]}
      />
    </section>
  );
}
