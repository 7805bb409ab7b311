import { FileText } from "@/components/icons/file-text";
import { useTranslations } from "next-intl";
import { paths } from "@/lib/paths";
import type { SigningCard } from "@/lib/requests/signing/types";

/** What the signature covers besides the targets: grounds, legal bases with those still to be confirmed, files, what is disclosed. */
export function SignContent({ card }: { card: SigningCard }) {
  const t = useTranslations("signing");
  return (
    <section className="card sg-doc" aria-label={t("content")}>
      <div className="sect">
        <h3 className="h3">{t("to", { addressee: card.addresseeName })}</h3>
        <p className="t13 mut">{t("fixed")}</p>
      </div>
      <div className="sect">
        <h3 className="t12 dim">{t("grounds")}</h3>
        <p className="sg-grounds">{card.grounds}</p>
      </div>
      <div className="sect">
        <h3 className="t12 dim">{t("bases")}</h3>
        <ul className="stack-2">
          {card.legalBases.map((basis) => (
            <li key={basis.id} className="t13">
              {basis.cited}
            </li>
          ))}
        </ul>
      </div>
      {card.disclosure ? (
        <div className="sect">
          <h3 className="t12 dim">{t("disclosure")}</h3>
          <p className="t13">{card.disclosure}</p>
        </div>
      ) : null}
      <div className="sect">
        <h3 className="t12 dim">{t("files", { count: card.files.length })}</h3>
        <ul className="stack-1">
          {card.files.map((file) => (
            <li key={file.id}>
              <a className="row t13" href={paths.file(file.id)}>
                <FileText className="i i-14" aria-hidden />
                <span className="trunc">{file.name}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
      <div className="sect">
        <h3 className="t12 dim">{t("hash")}</h3>
        <p className="id t12 sg-hash">{card.contentHash}</p>
      </div>
    </section>
  );
}
