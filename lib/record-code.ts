/** A case's or a request's code, or its end: `YC-25-2026-001893`, `2026-001893`, `001893`, `1893`; blanks and case forgiven. */
const written = /^(?:(VV|YC)-)?(?:([0-9A-Z]{2})-)?(?:(\d{4})-)?(\d{1,6})$/;
const firstYear = 2025;

/** The code as it is sought for, in capitals without blanks; null when it cannot be one. */
export function readRecordCode(typed: string): string | null {
  const code = typed.replace(/\s/g, "").toUpperCase();
  const found = written.exec(code);
  if (!found || /^0+$/.test(found[4]!)) return null;
  // A code is shortened from its front: what stands before a left-out part would belong nowhere.
  const [, kind, province, year] = found;
  return (kind && !province) || (province && !year) ? null : code;
}

/** Every whole code that a code or its end may stand for, by kind of record: the record keeps whole ones, and finds them by index. */
export function codesEndingIn(
  code: string,
  provinces: readonly string[],
  thisYear: number,
): { cases: string[]; requests: string[] } {
  const [, kind, province, year, serial = ""] = written.exec(code) ?? [];
  const years = year
    ? [year]
    : Array.from({ length: Math.max(1, thisYear - firstYear + 1) }, (_, index) => String(firstYear + index));
  const ends = (province ? [province] : provinces).flatMap((place) =>
    years.map((one) => `${place}-${one}-${serial.padStart(6, "0")}`),
  );
  const of = (prefix: string) =>
    kind === undefined || kind === prefix ? ends.map((end) => `${prefix}-${end}`) : [];
  return { cases: of("VV"), requests: of("YC") };
}
