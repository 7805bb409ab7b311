import { isActiveDocument, isActivePart } from "./active-content";
import { decodeText, sniff } from "./sniff";
import { extensionOf, fileKinds, type FileRefusal, largestFile, type Magic } from "./kinds";
import { wordsOfPart } from "./office-text";
import { nameIsSecret, textIsSecret } from "./secret-marks";
import { zipParts } from "./zip-parts";

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

/** A name longer than any system writes is somebody's trial; what follows looks at each of its letters. */
const longestGivenName = 1_000;

/**
 * Whether a file may be taken: its name and its bytes agree, it is not empty or too large, does nothing by itself, and
 * bears no mark of state secret.
 * Reads all of a file, so a server asks for it in a thread aside (inspect-aside.ts).
 */
export function inspect(givenName: string, bytes: Buffer): Inspected {
  if (givenName.length > longestGivenName) return { ok: false, code: "name" };
  const name = safeName(givenName);
  const extension = extensionOf(name);
  if (name.length < 3) return { ok: false, code: "name" };
  if (!extension) return { ok: false, code: "extension" };
  if (bytes.length === 0) return { ok: false, code: "empty" };
  if (bytes.length > largestFile) return { ok: false, code: "tooLarge" };
  if (nameIsSecret(name)) return { ok: false, code: "secret" };
  const { magic, mediaType } = fileKinds[extension];
  if (sniff(bytes) !== magic) return { ok: false, code: "mismatch" };
  try {
    const refused = lookInto(magic, bytes);
    return refused ? { ok: false, code: refused } : { ok: true, name, mediaType };
  } catch {
    return { ok: false, code: "unexamined" };
  }
}

/** What stands in a file: marks of state secret, what acts by itself. @throws when it is broken or unpacks to too much. */
function lookInto(magic: Magic, bytes: Buffer): FileRefusal | null {
  if (magic === "text") return textIsSecret(decodeText(bytes) ?? "") ? "secret" : null;
  if (magic === "pdf") return isActiveDocument(bytes) ? "active" : null;
  return magic === "docx" || magic === "xlsx" ? lookIntoOffice(bytes) : null;
}

function lookIntoOffice(bytes: Buffer): FileRefusal | null {
  let hasWords = false;
  for (const part of zipParts(bytes)) {
    if (isActivePart(part)) return "active";
    const words = wordsOfPart(part);
    if (words !== null && textIsSecret(words)) return "secret";
    hasWords ||= words !== null && !/^\/?docProps\//i.test(part.name);
  }
  if (!hasWords) throw new RangeError("no part with words");
  return null;
}
