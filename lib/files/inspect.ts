import { decodeText, sniff } from "./sniff";
import { extensionOf, fileKinds, type FileRefusal, largestFile } from "./kinds";
import { officeText } from "./office-text";
import { nameIsSecret, textIsSecret } from "./secret-marks";

export type Inspected = { ok: true; name: string; mediaType: string } | { ok: false; code: FileRefusal };

/** Control characters, separators and marks that turn text around have no place in a file's name. */
const strange = /[\u0000-\u001f\u007f/\\:*?"<>|\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** The name as it is kept: composed, without anything that a path or a header could be confused by. */
export function safeName(name: string): string {
  const composed = name
    .toWellFormed()
    .normalize("NFC")
    .replace(strange, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\.+/, "");
  if (composed.length <= 160) return composed;
  const dot = composed.lastIndexOf(".");
  return composed.slice(0, 160 - (composed.length - dot)) + composed.slice(dot);
}

/** Whether a file may be taken: its name and its bytes agree, it is not empty or too large, and it bears no mark of state secret. */
export function inspect(givenName: string, bytes: Buffer): Inspected {
  const name = safeName(givenName);
  const extension = extensionOf(name);
  if (name.length < 3) return { ok: false, code: "name" };
  if (!extension) return { ok: false, code: "extension" };
  if (bytes.length === 0) return { ok: false, code: "empty" };
  if (bytes.length > largestFile) return { ok: false, code: "tooLarge" };
  if (nameIsSecret(name)) return { ok: false, code: "secret" };
  const { magic, mediaType } = fileKinds[extension];
  if (sniff(bytes) !== magic) return { ok: false, code: "mismatch" };
  const words = wordsIn(magic, bytes);
  if (words === null) return { ok: false, code: "mismatch" };
  return textIsSecret(words) ? { ok: false, code: "secret" } : { ok: true, name, mediaType };
}

/** What can be read of a file's words; pictures and PDF give none. Null when the file is broken. */
function wordsIn(magic: (typeof fileKinds)[keyof typeof fileKinds]["magic"], bytes: Buffer): string | null {
  if (magic === "text") return decodeText(bytes);
  if (magic !== "docx" && magic !== "xlsx") return "";
  try {
    return officeText(bytes);
  } catch {
    return null;
  }
}
