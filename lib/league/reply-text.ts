/** Days after a period in which its reply may still be written or replaced. */
export const replyDays = 14;
export const longestReply = 1_000;

/** Eight digits, however they are parted, may be an account, a phone or somebody's papers; the database refuses the same. */
const numbers = /(?:[0-9][ .\-\u00a0]*){8}/;
export const bearsNumbers = (text: string): boolean => numbers.test(text);
