import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Identifier } from "@/components/ui/identifier";
import { LimitEnd } from "@/components/ui/limit-end";
import { Money } from "@/components/ui/money";
import { TableHead } from "@/components/ui/table-head";
import { TimeLeft } from "@/components/ui/time-left";
import { Timestamp } from "@/components/ui/timestamp";
import { PaperButton } from "./paper-button";
import { contactChannels } from "@/lib/cases/contact-channels";
import type { CaseDetail } from "@/lib/cases/types";
import { lastDayOf } from "@/lib/deadlines/last-day";
import { formatDate } from "@/lib/i18n/local-time";

/** What was reported and by which way, who works on it, and what the law gives time for. */
export async function SummaryCards({ record }: { record: CaseDetail }) {
  const t = await getTranslations("cases");
  const contact = record.contactChannels
    .map((code) => contactChannels.find((known) => known === code))
    .flatMap((code) => (code ? [t(`contact.${code}`)] : []));
  const legal = (label: string) =>
    t.has(`legal.${label}` as "legal.RESOLVE_REPORT") ? t(`legal.${label}` as "legal.RESOLVE_REPORT") : label;
  // The chip counts down to midnight; which day is the last is what a person has to know.
  const endOf = ({ dueAt, state }: CaseDetail["deadlines"][number]) =>
    state !== "cancelled" && lastDayOf(new Date(dueAt)) ? <LimitEnd at={dueAt} className="mut" /> : null;
  return (
    <>
      <Card title={t("detail.summary")}>
        <p className="prose">{record.summary}</p>
      </Card>
      <Card title={t("detail.facts")}>
        <DefinitionList
          pairs={[
            { name: t("detail.fraudType"), value: record.fraudType },
            { name: t("detail.source"), value: t(`source.${record.sourceKind}`) },
            { name: t("detail.channel"), value: t(`channel.${record.channel}`) },
            { name: t("detail.contact"), value: contact.join(", ") },
            { name: t("detail.commune"), value: record.commune },
            { name: t("detail.reportedAt"), value: <Timestamp at={record.reportedAt} /> },
            { name: t("detail.loss"), value: <Money value={record.reportedLoss} strong /> },
            { name: t("detail.unit"), value: record.unit },
            {
              name: t("detail.decision"),
              value: record.decisionNumber
                ? t("detail.decisionOf", {
                    number: record.decisionNumber,
                    date: record.decisionDate ? formatDate(record.decisionDate) : "",
                  })
                : null,
            },
          ]}
        />
      </Card>
      {record.deadlines.length > 0 ? (
        <Card title={t("detail.deadlines")}>
          <ul className="stack-2">
            {record.deadlines.map((clock) => (
              <li key={clock.id} className="row wrap between t13">
                <span>
                  {legal(clock.label)}
                  {clock.told ? (
                    <span className="t12 mut">
                      {" "}
                      {t("notified.told", { number: clock.told.number, date: formatDate(clock.told.date) })}
                      {clock.told.until
                        ? ` · ${t("notified.extendedTo", { date: formatDate(clock.told.until) })}`
                        : null}
                    </span>
                  ) : null}
                  {clock.begun ? (
                    <span className="t12 mut">
                      {" "}
                      {t("begin.told", { number: clock.begun.number, date: formatDate(clock.begun.date) })}
                    </span>
                  ) : null}
                </span>
                <span className="row wrap g4">
                  {endOf(clock)}
                  {clock.isNotice && record.may.markNotified ? (
                    <PaperButton
                      record={{ id: record.id, version: record.version }}
                      act={{
                        does: "notified",
                        deadlineId: clock.id,
                        name: legal(clock.label),
                        mayExtend: clock.label === "PROCURACY_DECIDES_EXTENSION",
                      }}
                    />
                  ) : null}
                  <TimeLeft
                    dueAt={clock.dueAt}
                    state={clock.state}
                    finishedAt={clock.endedAt}
                    spanMinutes={clock.spanMinutes}
                    rule={{ text: clock.text ?? legal(clock.label), basis: clock.basis ?? undefined }}
                  />
                </span>
              </li>
            ))}
          </ul>
          {record.may.markNotified ? (
            <div className="row">
              <PaperButton
                record={{ id: record.id, version: record.version }}
                act={{
                  does: "begin",
                  isExtended: record.deadlines.some(
                    ({ label, state }) => label === "RESOLVE_REPORT_COMPLEX" && state === "running",
                  ),
                }}
              />
            </div>
          ) : null}
        </Card>
      ) : null}
      <Card title={t("detail.membersTitle")}>
        <ul className="stack-2 t13">
          {record.members.map((member) => (
            <li key={member.membershipId} className="row">
              <span className="fw5">{member.name}</span>
              <span className="dim">
                {[member.title, member.isLead ? t("detail.isLead") : null].filter(Boolean).join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

/** Who lost money, with what only the unit may know of them. */
export async function VictimCard({ record }: { record: CaseDetail }) {
  const t = await getTranslations("cases.victims");
  return (
    <Card flush title={t("title")}>
      <div className="scroll-x" tabIndex={0}>
        <table className="table">
          <caption className="vh">{t("title")}</caption>
          <TableHead columns={[t("name"), t("phone"), t("personId"), t("address"), { figure: t("paid") }]} />
          <tbody>
            {record.victims.map((victim) => (
              <tr key={victim.id}>
                <th scope="row" className="fw5">
                  {victim.fullName}
                </th>
                <td>{victim.phone ? <Identifier value={victim.phone} copy /> : null}</td>
                <td>{victim.personId ? <Identifier value={victim.personId} copy /> : null}</td>
                <td>{victim.address}</td>
                <td className="r">
                  <Money value={victim.paid} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
