import { useLocale, useTranslations } from "next-intl";
import type { ProvinceCases } from "@/lib/figures/types";
import map from "@/lib/figures/vietnam.json";
import { MapDrawing } from "./map-drawing";

const steps = [60, 30, 20, 10, 5] as const;
const levelOf = (cases: number) => steps.length - steps.findIndex((step) => cases >= step);

/** Cases reported by province, of the provinces that the reader may see. Hoàng Sa and Trường Sa are always drawn and named. */
export function ProvinceMap({ cases }: { cases: readonly ProvinceCases[] }) {
  const t = useTranslations("province.map");
  const few = useTranslations("province");
  const locale = useLocale();
  const known = new Map(cases.map((each) => [each.code, each]));
  const sum = cases.reduce((total, each) => total + (each.cases ?? 0), 0);
  // A sum without what is withheld would read as all there is.
  const isWhole = cases.every((each) => each.cases !== null);
  const words = (found: ProvinceCases | undefined) =>
    found ? (found.cases === null ? t("few") : t("cases", { count: found.cases })) : t("notYours");
  const isOwn = (code: string) => known.get(code)?.own ?? false;
  const provinces = [...map.provinces]
    // The reader's own comes last: its line lies above its neighbours'.
    .sort((a, b) => Number(isOwn(a.code)) - Number(isOwn(b.code)))
    .map(({ code, name, nameEn }) => ({
      code,
      look: isOwn(code) ? `${lookOf(known.get(code))} home` : lookOf(known.get(code)),
      title: `${locale === "en" ? nameEn : name}: ${words(known.get(code))}`,
    }));
  const names = (["hoangSa", "truongSa"] as const).map((group) => ({
    group,
    name: t(group),
    ...map.labels[group],
  }));
  return (
    <section className="card ld-map" aria-labelledby="map-title">
      <header className="card-head">
        <h2 className="h2" id="map-title">
          {t("title")}
        </h2>
      </header>
      <div className="ld-mapbox">
        <MapDrawing
          label={t("label")}
          width={map.width}
          height={map.height}
          provinces={provinces}
          names={names}
        />
        <ul className="ld-leg t12 mut">
          {[5, 4, 3, 2, 1].map((level) => (
            <li key={level}>
              <span className={`sw s${level}`} />
              {level === 5
                ? t("from", { count: steps[0] })
                : `${steps[5 - level]}–${(steps[4 - level] ?? 0) - 1}`}
            </li>
          ))}
          <li>
            <span className="sw sx" />
            {t("few")}
          </li>
        </ul>
        <p className="ld-sum t12 mut">
          {isWhole ? (
            t.rich("sum", {
              cases: sum,
              provinces: cases.length,
              b: (chunks) => <b className="num fw6 c-ink">{chunks}</b>,
            })
          ) : (
            <>
              {cases.length === 1 ? `${few("few")} · ` : null}
              {t("provinces", { count: cases.length })}
            </>
          )}
        </p>
      </div>
    </section>
  );
}

/** The class of a province's fill: hatched where the number is too small to be told, else darker with more cases. */
function lookOf(found: ProvinceCases | undefined): string {
  if (!found) return "q0";
  if (found.cases === null) return "qx";
  if (found.cases === 0) return "q0";
  return found.cases < 5 ? "q1" : `q${levelOf(found.cases)}`;
}
