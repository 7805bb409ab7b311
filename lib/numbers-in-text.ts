/** A day of this century, which parts the numbers around it. */
const date = /(?<![0-9])(0?[1-9]|[12][0-9]|3[01])\/(0?[1-9]|1[0-2])\/20[0-9]{2}(?![0-9])/g;
/** What may stand between two digits of one number: all signs but a per cent sign, and whatever is not seen. */
const parts =
  /[\u0001-$&-/:-@[-`{-\u00bf\u00d7\u00f7\u02b0-\u036f\u061c\u2000-\u2bff\u3000-\u303f\ufe00-\ufe6f\ufeff\u{1f000}-\u{1faff}]/gu;
/** Eight digits of any script that is written here or next door. */
const digits =
  /[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\u0ed0-\u0ed9\u1040-\u1049\u17e0-\u17e9]{8}/u;

/** A whole code of a request or a case. */
const codes = /\b(?:VV|YC)-[0-9A-Z]{2}-\d{4}-\d{1,6}\b/gi;

/**
 * Eight digits, however they are written and parted, may be an account, a phone or somebody's papers. The database refuses the same
 * (`app.bears_numbers`).
 */
export const bearsNumbers = (text: string): boolean =>
  digits.test(text.normalize("NFKC").replace(date, "d").replace(parts, ""));

/** The same of a text that names its requests and cases: their codes are nobody's number. */
export const bearsNumbersBesideCodes = (text: string): boolean => bearsNumbers(text.replace(codes, "-code-"));
