/**
 * The number of the paper that a person or an organisation was registered with, by its shape: a citizen's 9 or 12 digits, a passport's
 * one or two letters and 6 to 8 digits, a tax code of 10 digits, or of 13 for a branch (Circular 86/2024/TT-BTC art. 5), written `0101234567-001`.
 * @returns the number as it is kept, or null for what is none of these
 */
export function paperNumber(typed: string): string | null {
  const plain = typed.replace(/[\s./-]/g, "").toUpperCase();
  const branch = /^(\d{10})(\d{3})$/.exec(plain);
  if (branch) return `${branch[1]}-${branch[2]}`;
  return /^(\d{9}|\d{10}|\d{12}|[A-Z]{1,2}\d{6,8})$/.test(plain) ? plain : null;
}
