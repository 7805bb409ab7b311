/** The file that a statement was read from, by the draft's key: in this window until it is filed, and on no server before. */
const originals = new Map<string, { text: string; file: File }>();
/** The server reads a text composed and without odd blanks: the same words are the same text. */
const plain = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();

export const rememberOriginal = (draftKey: string, text: string, file: File | null): void => {
  if (file) originals.set(draftKey, { text: plain(text), file });
  else originals.delete(draftKey);
};
/** The file of just this text; null for a text that was pasted, and after the page was loaded anew. */
export const originalHere = (draftKey: string, text: string): File | null => {
  const kept = originals.get(draftKey);
  return kept?.text === plain(text) ? kept.file : null;
};
