import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import { Timestamp } from "@/components/ui/timestamp";
import { formatTime } from "@/lib/i18n/local-time";

type Told = Record<string, unknown>;
const textOf = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
const digitsOf = (value: unknown) => (typeof value === "string" && /^\d+$/.test(value) ? value : null);
const rowsOf = (value: unknown): Told[] =>
  Array.isArray(value) ? value.filter((row): row is Told => typeof row === "object" && row !== null) : [];

/** Everything an answer tells, readable: where the money went line by line, the subscriber, the minutes, the reason. */
export function AnswerDetail({
  item,
  institutions,
}: {
  item: { answer: Told | null };
  institutions: Readonly<Record<string, string>>;
}) {
  const t = useTranslations("requests");
  const answer = item.answer ?? {};
  const transfers = rowsOf(answer.transfers);
  const cashOuts = rowsOf(answer.cashOuts);
  const at = (value: unknown) => (textOf(value) ? <Timestamp at={textOf(value)!} /> : null);
  // A number is activated on a day; its hour is told only where the operator knew it.
  const dayOf = (value: unknown) =>
    textOf(value) && formatTime(textOf(value)!) === "00:00" ? (
      <Timestamp at={textOf(value)!} part="date" />
    ) : (
      at(value)
    );
  const ground = textOf(answer.ground);
  const state = textOf(answer.registrationState);
  const pairs = [
    { name: t("answer.subscriberName"), value: textOf(answer.subscriberName) },
    {
      name: t("answer.personId"),
      value: textOf(answer.personId) ? <Identifier value={textOf(answer.personId)!} copy /> : null,
    },
    { name: t("answer.address"), value: textOf(answer.address) },
    { name: t("answer.activatedAt"), value: dayOf(answer.activatedAt) },
    { name: t("answer.registrationState"), value: state ? t(`answer.states.${state as "verified"}`) : null },
    { name: t("answer.devices"), value: textOf(answer.devices) },
    { name: t("answer.operator"), value: textOf(answer.operator) },
    {
      name: t("answer.explanation"),
      value: ground ? `${t(`grounds.${ground as "other"}`)}. ${textOf(answer.explanation) ?? ""}` : null,
    },
    { name: t("answer.note"), value: textOf(answer.note) },
  ];
  return (
    <div className="stack-2 t13">
      {textOf(answer.minutesNumber) ? (
        <p>{t("answer.minutes", { number: textOf(answer.minutesNumber)! })}</p>
      ) : null}
      {digitsOf(answer.balance) ? (
        <p>{t.rich("answer.balance", { amount: () => <Money value={digitsOf(answer.balance)!} /> })}</p>
      ) : null}
      {textOf(answer.closedAt) ? <p>{t.rich("answer.closedAt", { at: () => at(answer.closedAt) })}</p> : null}
      {textOf(answer.doneAt) ? <p>{t.rich("answer.doneAt", { at: () => at(answer.doneAt) })}</p> : null}
      <DefinitionList pairs={pairs} />
      {transfers.length > 0 ? (
        <ul className="stack-1" aria-label={t("answer.transfers")}>
          {transfers.map((row, index) => (
            <li key={index} className="row wrap">
              {at(row.at)}
              <span className="fw5">{institutions[String(row.toInstitutionId)] ?? ""}</span>
              {textOf(row.toAccount) ? <Identifier value={textOf(row.toAccount)!} copy /> : null}
              <span className="mut">{textOf(row.toName)}</span>
              <span className="push">
                {digitsOf(row.amount) ? <Money value={digitsOf(row.amount)!} /> : null}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {cashOuts.length > 0 ? (
        <ul className="stack-1" aria-label={t("answer.cashOuts")}>
          {cashOuts.map((row, index) => (
            <li key={index} className="row wrap">
              {at(row.at)}
              <span className="fw5">{t(`answer.channels.${String(row.channel) as "atm"}`)}</span>
              <span className="mut">{textOf(row.place)}</span>
              <span className="push">
                {digitsOf(row.amount) ? <Money value={digitsOf(row.amount)!} /> : null}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
