/** Eight digits, however they are parted, may be an account, a phone or somebody's papers; the database refuses the same. */
const numbers = /(?:[0-9][ .\-\u00a0]*){8}/;
/** A whole code of a request or a case. */
const codes = /\b(?:VV|YC)-[0-9A-Z]{2}-\d{4}-\d{1,6}\b/gi;

/** Does a text bear what may be somebody's number? */
export const bearsNumbers = (text: string): boolean => numbers.test(text);

/** The same of a text that names its requests and cases: their codes are nobody's number. */
export const bearsNumbersBesideCodes = (text: string): boolean => bearsNumbers(text.replace(codes, "-code-"));
