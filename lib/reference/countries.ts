import { byName } from "@/lib/i18n/collation";
import type { Language } from "@/lib/i18n/languages";

/** Where money goes abroad: the countries and territories of ISO 3166-1 without Viet Nam, by their two letters. */
export const foreignCountries: readonly string[] = (
  "AD AE AF AG AI AL AM AO AR AS AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CK CL CM CN CO CR " +
  "CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT " +
  "HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML " +
  "MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS RU " +
  "RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG " +
  "VI VU WF WS YE YT ZA ZM ZW"
).split(" ");

/** Neighbours and the places that answers name most: they stand first where a country is chosen. */
const oftenTold = ["KH", "LA", "CN", "MM", "TH", "SG", "HK"] as const;

/** The countries abroad as they are chosen: the often told first, then all others by name in the reader's language. */
export function countryChoices(language: Language): { code: string; name: string }[] {
  const named = (codes: readonly string[]) =>
    codes.map((code) => ({ code, name: countryName(code, language) }));
  const others = foreignCountries.filter((code) => !oftenTold.some((often) => often === code));
  return [...named(oftenTold), ...named(others).sort(byName)];
}

const names = new Map<Language, Intl.DisplayNames>();

/** A country's name in the reader's language; the code itself where nobody knows one. */
export function countryName(code: string, language: Language): string {
  const known = names.get(language) ?? new Intl.DisplayNames([language], { type: "region" });
  names.set(language, known);
  return known.of(code) ?? code;
}
