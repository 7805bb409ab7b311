import { useLocale, useTranslations } from "next-intl";
import type { Language } from "@/lib/i18n/languages";
import { formatDate, formatDateTime } from "@/lib/i18n/local-time";
import { amountInWords } from "@/lib/money/amount-in-words";
import { vndParts } from "@/lib/money/format-vnd";
import type { Letter } from "@/lib/requests/letters/types";
import { LetterTargets } from "./letter-targets";

/** The order as a sheet in the layout of Decree 30/2020: motto, organ, number, date, subject, body, recipients, signature. */
export function LetterPaper({ letter }: { letter: Letter }) {
  const t = useTranslations("letter");
  const kinds = useTranslations("kinds");
  const locale = useLocale() as Language;
  // words: kinds.*
  const name = locale === "en" ? letter.documentName.en : letter.documentName.vi;
  const isLetter = letter.documentType === "CV";
  const [day = "", month = "", year = ""] = letter.signedAt ? formatDate(letter.signedAt).split("/") : [];
  const total = BigInt(letter.disputedAmount);
  return (
    <article className="paper" lang={locale}>
      <header className="paper-head">
        <div>
          {letter.issuer.above ? <p className="up">{letter.issuer.above}</p> : null}
          <p className="up b u">{ownName(letter.issuer)}</p>
          <p className="paper-number">
            {letter.documentNumber ? t("number", { number: letter.documentNumber }) : t("numberLater")}
          </p>
          {isLetter ? (
            <p className="sm">
              {t("subject", { subject: kinds(letter.kindCode as "ACCOUNT_SUSPEND").toLowerCase() })}
            </p>
          ) : null}
        </div>
        <div>
          <p className="up b">{t("state")}</p>
          <p className="b u">{t("motto")}</p>
          <p className="it paper-number">
            {letter.signedAt
              ? t("placeDate", { place: letter.place, day, month, year })
              : t("placeLater", { place: letter.place })}
          </p>
          {letter.urgency === "normal" ? null : <p className="stamp">{t(`urgency.${letter.urgency}`)}</p>}
        </div>
      </header>
      {isLetter ? null : <h2 className="paper-title up">{name}</h2>}
      <p className="paper-to">{t("to", { addressee: letter.addressee })}</p>
      {letter.legalBases.map((basis) => (
        <p key={basis.code} className="it">
          {t("basis", { basis: basis.cited[locale] })}
        </p>
      ))}
      <p>{letter.grounds}</p>
      {letter.disclosure ? <p>{letter.disclosure}</p> : null}
      {letter.parent ? (
        <p>
          {t("parent", {
            number: letter.parent.number,
            date: letter.parent.date ? formatDate(letter.parent.date) : "",
          })}
        </p>
      ) : null}
      <p>{t(`ask.${askOf(letter.kindCode)}`, { issuer: letter.issuer.name, addressee: letter.addressee })}</p>
      <LetterTargets items={letter.items} total={total} />
      {total > 0n ? (
        <p>
          {locale === "vi"
            ? t("inWords", {
                amount: t("dong", { digits: vndParts(total).digits }),
                words: amountInWords(total),
              })
            : t("total", { amount: t("dong", { digits: vndParts(total).digits }) })}
        </p>
      ) : null}
      {letter.dueAt ? <p>{t("due", { due: formatDateTime(letter.dueAt) })}</p> : null}
      {letter.issuer.phone ? <p>{t("contact", { phone: letter.issuer.phone })}</p> : null}
      <footer className="paper-foot">
        <div className="sm">
          <p className="b it">{t("recipients")}</p>
          <ul>
            <li>{t("recipientAbove")}</li>
            {letter.procuracy ? <li>{t("recipientProcuracy", { procuracy: letter.procuracy })}</li> : null}
            <li>{t("recipientFile")}</li>
          </ul>
        </div>
        <Signature letter={letter} />
      </footer>
      <p className="paper-mark">
        {letter.contentHash
          ? t("mark", { code: letter.code, hash: letter.contentHash })
          : t("markLater", { code: letter.code })}
      </p>
    </article>
  );
}

/** The organ above stands in its own line: the unit's name below does not repeat it. */
const ownName = ({ above, name }: Letter["issuer"]): string =>
  above && name.endsWith(above) ? name.slice(0, -above.length).replace(/[\s,]+$/, "") || name : name;

function Signature({ letter }: { letter: Letter }) {
  const t = useTranslations("letter");
  if (!letter.signer || !letter.signedAt)
    return (
      <div className="paper-sign">
        <p className="paper-slot">{t("notSigned")}</p>
      </div>
    );
  return (
    <div className="paper-sign">
      {letter.signer.title ? <p className="up b">{letter.signer.title}</p> : null}
      <p className="paper-slot">{t("signedAt", { time: formatDateTime(letter.signedAt) })}</p>
      <p className="b">{[letter.signer.rank, letter.signer.name].filter(Boolean).join(" ")}</p>
    </div>
  );
}

const asks = [
  "ACCOUNT_SUSPEND",
  "EWALLET_SUSPEND",
  "ACCOUNT_FREEZE",
  "ACCOUNT_UNFREEZE",
  "SUBSCRIBER_INFO",
] as const;
// words: letter.ask.*
const askOf = (kindCode: string) => asks.find((code) => code === kindCode) ?? "other";
