/** `1088 7420 5561`: groups of four from the left, as accounts are read aloud; a wallet's phone number likewise. */
export const groupDigits = (value: string): string =>
  /^[0-9A-Z]{7,}$/i.test(value) ? value.replace(/(.{4})(?=.)/g, "$1 ") : value;
