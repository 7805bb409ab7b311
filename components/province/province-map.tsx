import { useLocale, useTranslations } from "next-intl";
import { type Island, mapShapes } from "@/lib/figures/province-shapes";
import type { ProvinceCases } from "@/lib/figures/types";

const steps = [60, 30, 20, 10, 5] as const;
const levelOf = (cases: number) => steps.length - steps.findIndex((step) => cases >= step);

/** Cases reported by province, of the provinces that the reader may see. Hoàng Sa and Trường Sa are always drawn and named. */
export function ProvinceMap({ cases }: { cases: readonly ProvinceCases[] }) {
  const t = useTranslations("province.map");
  const locale = useLocale();
  const { width, height, provinces, islands } = mapShapes();
  const known = new Map(cases.map((each) => [each.code, each]));
  const sum = cases.reduce((total, each) => total + (each.cases ?? 0), 0);
  const look = (code: string) => {
    const found = known.get(code);
    if (!found) return "q0";
    return found.cases === null
      ? "qx"
      : found.cases < 5
        ? found.cases === 0
          ? "q0"
          : "q1"
        : `q${levelOf(found.cases)}`;
  };
  const words = (code: string) => {
    const found = known.get(code);
    return found ? (found.cases === null ? t("few") : t("cases", { count: found.cases })) : t("notYours");
  };
  return (
    <section className="card ld-map" aria-labelledby="map-title">
      <header className="card-head">
        <h2 className="h2" id="map-title">
          {t("title")}
        </h2>
      </header>
      <div className="ld-mapbox">
        <svg className="vn" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t("label")}>
          <defs>
            <pattern
              id="hatch"
              width="4"
              height="4"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect className="hx0" width="4" height="4" />
              <rect className="hx1" width="1" height="4" />
            </pattern>
          </defs>
          {[...provinces]
            .sort((a, b) => Number(known.get(a.code)?.own ?? false) - Number(known.get(b.code)?.own ?? false))
            .map((province) => (
              <path
                key={province.code}
                className={
                  known.get(province.code)?.own ? `${look(province.code)} home` : look(province.code)
                }
                d={province.path}
              >
                <title>{`${locale === "en" ? province.nameEn : province.name}: ${words(province.code)}`}</title>
              </path>
            ))}
          <g className="isl">
            {islands.map(({ x, y }) => (
              <circle key={`${x} ${y}`} cx={x} cy={y} r="1" />
            ))}
          </g>
          {(["hoangSa", "truongSa"] as const).map((group) => (
            <text
              key={group}
              className="maptext"
              textAnchor="middle"
              {...placeOf(islands.filter((island) => island.group === group))}
            >
              {t(group)}
            </text>
          ))}
        </svg>
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
          {t.rich("sum", {
            cases: sum,
            provinces: cases.length,
            b: (chunks) => <b className="num fw6 c-ink">{chunks}</b>,
          })}
        </p>
      </div>
    </section>
  );
}

/** Below Hoàng Sa and above Trường Sa, where nothing else is written. */
function placeOf(islands: readonly Island[]): { x: number; y: number } {
  const [xs, ys] = [islands.map(({ x }) => x), islands.map(({ y }) => y)];
  const y = islands[0]?.group === "hoangSa" ? Math.max(...ys) + 16 : Math.min(...ys) - 6;
  return { x: Math.round((Math.min(...xs) + Math.max(...xs)) / 2), y: Math.round(y) };
}
