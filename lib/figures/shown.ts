import type { Actor } from "@/lib/access/actor";
import { moneyBand, type RangeFigures } from "./definitions";
import { type Amount, casesBehind, type Edges, isRangeWithheld, withheldParts } from "./disclosure";
import type { MoneyBandRow, ProvinceCases } from "./types";

/** A range as it was read, with what decides whether its ends may be known. */
export type Known = { range: RangeFigures; edges: Edges<RangeFigures> };
/** Cases of a province in a period and in the weeks around it. */
export type ProvinceCount = {
  code: string;
  cases: number;
  before: number;
  last: number;
  second_last: number;
};

/** Cases by province, as far as this reader may see them: neither one by one nor as what is left of the whole. */
export function provincesOf(
  actor: Actor,
  counts: ProvinceCount[],
  isFirst: boolean,
  seesSmall: boolean,
): ProvinceCases[] {
  const parts = counts.map((count) => ({
    ...count,
    isFew: isRangeWithheld(
      seesSmall,
      count.cases,
      { last: [count.last, count.second_last], before: isFirst ? null : count.before },
      (cases) => [cases],
    ),
  }));
  const hidden = withheldParts(parts);
  return parts.map((part) => ({
    code: part.code,
    cases: hidden.has(part) ? null : part.cases,
    own: part.code === actor.provinceCode,
  }));
}

/** The money of a range, as far as this reader may see it. */
export function moneyOf({ range, edges }: Known, seesSmall: boolean): MoneyBandRow {
  const { cases, requests, ...amounts } = moneyBand(range);
  const shown = (name: Amount) =>
    !isRangeWithheld(seesSmall, range, edges, (part) => casesBehind(part, name));
  return {
    ...(Object.fromEntries(
      (Object.keys(amounts) as Amount[]).map((name) => [name, shown(name) ? amounts[name].toString() : null]),
    ) as Record<Amount, string | null>),
    requests: shown("requested") ? requests : null,
    cases: shown("reported") ? cases : null,
  };
}
