import { getTranslations } from "next-intl/server";
import { authorityLines, officeOf } from "@/lib/documents/authority-words";
import { getLanguage } from "@/lib/i18n/words";
import { formatVnd } from "@/lib/money/format-vnd";
import { formatDate } from "@/lib/i18n/local-time";
import type { AppealLetter } from "@/lib/release/types";

/** The answer to an account holder as an official letter in the layout of Decree 30/2020. */
export async function AppealPaper({ letter }: { letter: AppealLetter }) {
  const t = await getTranslations("appeals.letter");
  const grounds = await getTranslations("appeals.ground");
  const [day, month, year] = formatDate(letter.documentDate).split("/");
  const unit = letter.issuer.name;
  return (
    <article className="paper">
      <header className="paper-head">
        <div>
          {letter.issuer.above ? <p className="up">{letter.issuer.above}</p> : null}
          <p className="up b u">{unit}</p>
          <p className="paper-number">{t("number", { number: letter.documentNumber })}</p>
          <p className="sm">{t("subject", { code: letter.code })}</p>
        </div>
        <div>
          <p className="up b">{t("state")}</p>
          <p className="b u">{t("motto")}</p>
          <p className="it paper-number">
            {t("placeDate", { place: letter.place, day: day!, month: month!, year: year! })}
          </p>
        </div>
      </header>
      <p className="paper-to">{t("to", { name: letter.appellant })}</p>
      <p>
        {t("intro", {
          date: formatDate(letter.receivedAt),
          unit,
          code: letter.code,
          amount: formatVnd(BigInt(letter.amount), await getLanguage()),
          account: letter.account,
          holder: letter.holder,
        })}
      </p>
      {letter.orderNumber && letter.orderDate ? (
        <p>{t("introOrder", { number: letter.orderNumber, date: formatDate(letter.orderDate) })}</p>
      ) : null}
      <p>
        {letter.isUpheld
          ? t("upheld", { unit })
          : t("rejected", { unit, ground: letter.ground ? grounds(letter.ground as "other") : "" })}
      </p>
      <p className="pre">{letter.answer}</p>
      <p>
        {letter.issuer.phone
          ? t("contact", { unit, phone: letter.issuer.phone })
          : t("contactPlain", { unit })}
      </p>
      <footer className="paper-foot">
        <div className="sm">
          <p className="b it">{t("receivers")}</p>
          <ul>
            <li>{t("receiver")}</li>
            <li>{t("archive")}</li>
          </ul>
        </div>
        <div className="paper-sign">
          {authorityLines(officeOf(letter.signer.title, null, null)).map((line) => (
            <p key={line} className="b">
              {line}
            </p>
          ))}
          <p className="paper-slot">{t("signed", { date: formatDate(letter.documentDate) })}</p>
          <p className="b">{[letter.signer.rank, letter.signer.name].filter(Boolean).join(" ")}</p>
        </div>
      </footer>
    </article>
  );
}
