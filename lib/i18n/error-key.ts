/**
 * Where the words of a field's error code stand: `money.errors.ambiguous` and `targets.errors.phone` name their own place,
 * every other code (`required`, `date.future`) stands under `errors`.
 * words: errors.*
 */
function errorKey(code: string): string {
  return code.includes(".errors.") ? code : `errors.${code}`;
}

/** The same for a code that may name its bound, as `text.atLeast:20` does: `count` is what its words say. `name` is the code alone. */
export function errorWords(code: string): { name: string; key: string; values: { count?: number } } {
  const [name = "", bound] = code.split(":");
  return { name, key: errorKey(name), values: bound ? { count: Number(bound) } : {} };
}
