import { compact, inGroups, maskMiddle } from "../identifier-text";
import { defineTarget, type TargetError } from "../target-kind";

/** Provinces as numbered before the mergers of 2025 (Circular 07/2016/TT-BCA): a citizen's number never changes with the map. */
const birthProvinces = new Set(
  (
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 049 051 052 " +
    "054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096"
  ).split(" "),
);

/**
 * A citizen's number: 12 digits (Decree 137/2015/ND-CP art. 13) made of birth province, century and sex, year and six more; or the
 * nine digits of the old identity card. Those born abroad carry a country code from 101 in place of the province.
 */
function read(raw: string): string | { code: TargetError } {
  const value = compact(raw);
  if (/^\d{9}$/.test(value)) return value;
  if (!/^\d{12}$/.test(value)) return { code: "personLength" };
  const province = value.slice(0, 3);
  const isAbroad = province >= "101" && province <= "399";
  if (!birthProvinces.has(province) && !isAbroad) return { code: "personProvince" };
  // 0 and 1: men and women of 1900–1999; 2 and 3: of 2000–2099. Nobody is born in a later century yet.
  return value.charAt(3) > "3" ? { code: "personCentury" } : value;
}

export const personId = defineTarget("person_id", 200, {
  read,
  mask: (value) => maskMiddle(value, 3, 3),
  group: (value) => inGroups(value, value.length === 9 ? 3 : 4),
});
