/** Two letters of a Vietnamese name: the first of the family name, the first of the given name, which comes last. */
export function initialsOf(name: string): string {
  const words = name.normalize("NFC").trim().split(/\s+/);
  const first = words[0]?.[0] ?? "";
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : "";
  return (first + last).toLocaleUpperCase("vi");
}
