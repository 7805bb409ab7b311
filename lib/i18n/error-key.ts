/**
 * Where the words of a field's error code stand: `money.errors.ambiguous` and `targets.errors.phone` name their own place,
 * every other code (`required`, `text.tooShort`, `date.future`) stands under `errors`.
 * words: errors.*
 */
export function errorKey(code: string): string {
  return code.includes(".errors.") ? code : `errors.${code}`;
}
