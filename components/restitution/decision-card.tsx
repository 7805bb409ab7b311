import { Archive } from "@/components/icons/archive";
import { CircleCheck } from "@/components/icons/circle-check";
import { FileText } from "@/components/icons/file-text";
import { Hourglass } from "@/components/icons/hourglass";
import { PenLine } from "@/components/icons/pen-line";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import { StatusBadge, type StatusLook } from "@/components/ui/status-badge";
import { TableHead } from "@/components/ui/table-head";
import { formatDate, formatDateTime } from "@/lib/i18n/local-time";
import { getLanguage } from "@/lib/i18n/words";
import { formatVnd } from "@/lib/money/format-vnd";
import { paths } from "@/lib/paths";
import type { DecisionRow } from "@/lib/restitution/types";
import { RestitutionLinks } from "@/components/letters/restitution-links";
import { DecisionActs } from "./decision-acts";
import { DisputeNote } from "./dispute-note";

const looks: Record<DecisionRow["status"] | "DONE", StatusLook> = {
  DRAFT: { tone: "grey", icon: FileText },
  PENDING_APPROVAL: { tone: "blue", icon: PenLine },
  APPROVED: { tone: "amber", icon: Hourglass },
  DONE: { tone: "green", icon: CircleCheck },
  CANCELLED: { tone: "grey", icon: Archive },
};

/** One decision: who gets what out of which hold, how it was changed, what has gone back. */
export async function DecisionCard({ decision }: { decision: DecisionRow }) {
  const t = await getTranslations("restitution.decision");
  const status = await getTranslations("restitution.status");
  const language = await getLanguage();
  const days = await getTranslations("restitution.holds");
  const state =
    decision.status === "APPROVED" && decision.returned === decision.total ? "DONE" : decision.status;
  return (
    <Card
      title={decision.documentNumber ? t("title", { number: decision.documentNumber }) : t("draftTitle")}
      aside={<StatusBadge look={looks[state]} word={status(state)} />}
    >
      <div className="stack-3">
        <DefinitionList
          pairs={[
            { name: t("total"), value: <Money value={decision.total} strong /> },
            {
              name: t("returned"),
              value: decision.returned === "0" ? null : <Money value={decision.returned} strong />,
            },
            { name: t("date"), value: decision.documentDate ? formatDate(decision.documentDate) : null },
            { name: t("drafter"), value: decision.drafter },
            { name: t("signer"), value: decision.signer },
            {
              name: t("payee"),
              value:
                decision.payee === "victim"
                  ? t("payeeVictim")
                  : t("payeeCustody", { custody: decision.custody ?? "" }),
            },
            { name: t("grounds"), value: decision.grounds },
            {
              name: t("file"),
              value: decision.file ? (
                <a href={paths.file(decision.file.id)} download>
                  {decision.file.name}
                </a>
              ) : null,
            },
            { name: t("reason"), value: decision.statedReason },
          ]}
        />
        <div className="scroll-x" tabIndex={0}>
          <table className="table rs-rows">
            <caption className="vh">{t("total")}</caption>
            <TableHead
              columns={[
                t("victim"),
                t("from"),
                { figure: t("days") },
                { figure: t("amount") },
                { figure: t("back") },
              ]}
            />
            <tbody>
              {decision.shares.map((share) => (
                <tr key={share.id}>
                  <th scope="row">
                    {share.victim}
                    {share.payeeAccount ? (
                      <span className="sub">
                        {t("account", {
                          account: share.payeeAccount,
                          institution: share.payeeInstitution ?? "",
                        })}
                      </span>
                    ) : null}
                  </th>
                  <td data-label={t("from")}>
                    {share.holder} <Identifier value={share.account} />
                    {share.ground ? (
                      <span className="sub">{t("ground", { ground: share.ground })}</span>
                    ) : null}
                  </td>
                  <td className="r" data-label={t("days")}>
                    {days("dayCount", { count: share.days })}
                  </td>
                  <td className="r" data-label={t("amount")}>
                    <Money value={share.amount} strong />
                  </td>
                  <td className="r" data-label={t("back")}>
                    <Money value={share.returned} />
                    {share.returns.map((back) => (
                      <span key={back.id} className="sub">
                        {t("reference", {
                          amount: formatVnd(BigInt(back.amount), language),
                          at: formatDateTime(back.returnedAt),
                          reference: back.reference,
                        })}
                      </span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <DisputeNote decision={decision} />
        <RestitutionLinks id={decision.id} />
        <DecisionActs key={decision.version} decision={decision} />
      </div>
    </Card>
  );
}
