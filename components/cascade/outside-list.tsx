import { useLocale, useTranslations } from "next-intl";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import type { NextLayer } from "@/lib/cascade/types";
import type { Language } from "@/lib/i18n/languages";
import { outsidePlaces } from "@/lib/money/trail/elsewhere";
import { countryName } from "@/lib/reference/countries";

/** Money that went where the portal asks nobody: abroad, to crypto, to a merchant; with what can still be asked, and of whom. */
export function OutsideList({ places }: { places: NextLayer["outside"] }) {
  const t = useTranslations("cascade.outside");
  const language = useLocale() as Language;
  return outsidePlaces
    .map((place) => ({ place, own: places.filter((each) => each.place === place) }))
    .filter(({ own }) => own.length > 0)
    .map(({ place, own }) => (
      <section key={place} className="card grp" aria-label={t(`${place}.name`)}>
        <div className="row between">
          <span className="fw6">{t(`${place}.name`)}</span>
          <Money value={own.reduce((sum, { waiting }) => sum + BigInt(waiting), 0n)} className="fw6" />
        </div>
        <ul className="grp-l">
          {own.map(({ name, country, swift, account, waiting }) => (
            <li key={`${name} ${country} ${account}`}>
              <span>
                {[name, country && countryName(country, language), swift].filter(Boolean).join(", ")}{" "}
                {account ? <Identifier value={account} display={account} /> : null}
              </span>
              <Money value={waiting} />
            </li>
          ))}
        </ul>
        <p className="t13 mut">{t(`${place}.ask`)}</p>
      </section>
    ));
}
