import { ArrowDownLeft } from "@/components/icons/arrow-down-left";
import { ArrowUpRight } from "@/components/icons/arrow-up-right";
import { useLocale, useTranslations } from "next-intl";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import { Timestamp } from "@/components/ui/timestamp";
import type { Language } from "@/lib/i18n/languages";
import { elsewhereIn, elsewhereText } from "@/lib/requests/kinds/elsewhere";

type Row = Record<string, unknown>;
const textOf = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
const rowsOf = (value: unknown): Row[] =>
  Array.isArray(value) ? value.filter((row): row is Row => typeof row === "object" && row !== null) : [];
const Amount = ({ value }: { value: unknown }) =>
  typeof value === "string" && /^\d+$/.test(value) ? <Money value={value} /> : null;
const At = ({ at }: { at: unknown }) => (textOf(at) ? <Timestamp at={textOf(at)!} /> : null);

/** Where money went or came from, line by line; a traced account says which of both. */
export function TransferLines({
  rows: told,
  institutions,
}: {
  rows: unknown;
  institutions: Readonly<Record<string, string>>;
}) {
  const t = useTranslations("requests.answer");
  const answers = useTranslations("answers");
  // words: answers.elsewhere.places.*
  const language = useLocale() as Language;
  const receiver = (row: Row) => {
    const place = elsewhereIn(row.elsewhere);
    return place
      ? elsewhereText(place, (each) => answers(`elsewhere.places.${each}`), language)
      : (institutions[String(row.toInstitutionId)] ?? "");
  };
  const rows = rowsOf(told);
  if (rows.length === 0) return null;
  return (
    <ul className="stack-1" aria-label={t("transfers")}>
      {rows.map((row, index) => (
        <li key={index} className="row wrap">
          <At at={row.at} />
          {row.direction === "in" || row.direction === "out" ? (
            <span className="row g1">
              {row.direction === "in" ? (
                <ArrowDownLeft className="i i-14" aria-hidden />
              ) : (
                <ArrowUpRight className="i i-14" aria-hidden />
              )}
              {answers(`directions.${row.direction}`)}
            </span>
          ) : null}
          <span className="fw5">{receiver(row)}</span>
          {textOf(row.toAccount) ? <Identifier value={textOf(row.toAccount)!} copy /> : null}
          <span className="mut">{textOf(row.toName)}</span>
          <span className="push">
            <Amount value={row.amount} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Where and how money was taken out, line by line. */
export function CashLines({ rows: told }: { rows: unknown }) {
  const t = useTranslations("requests.answer");
  // words: requests.answer.channels.*
  const rows = rowsOf(told);
  if (rows.length === 0) return null;
  return (
    <ul className="stack-1" aria-label={t("cashOuts")}>
      {rows.map((row, index) => (
        <li key={index} className="row wrap">
          <At at={row.at} />
          <span className="fw5">{t(`channels.${String(row.channel) as "atm"}`)}</span>
          <span className="mut">{textOf(row.place)}</span>
          <span className="push">
            <Amount value={row.amount} />
          </span>
        </li>
      ))}
    </ul>
  );
}
