/**
 * The short code on a letter: ten signs of thirty-two, none taken for another, made by the database (app.check_code). Written in two
 * groups; typed in any case, with or without dashes, O for 0 and I or L for 1 forgiven.
 */
const shape = /^[0-9A-HJKMNP-TV-Z]{10}$/;

/** As it stands on paper: `7K2QF-9XM4T`. */
export const shownCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;

/** The code that somebody typed or scanned; null when it cannot be one. */
export function readShortCode(typed: string): string | null {
  if (typed.length > 40) return null;
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-–—.]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  return shape.test(code) ? code : null;
}
