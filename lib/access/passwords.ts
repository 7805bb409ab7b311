import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hash, verify } from "@node-rs/argon2";
import { foldVietnamese } from "@/lib/targets/normalise-text";
import { turnsOf } from "./turns";

/** OWASP: 19 MiB, two passes, one lane; argon2id is the library's default. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Why a password is refused; words are `account.password.errors.<code>`. */
export type PasswordFlaw = "tooShort" | "tooLong" | "common" | "context" | "monotonous";

/**
 * A hash takes a core and 19 MiB for tens of milliseconds, on one of the process's four threads for files, names and hashes. Two at
 * a time leave the others free, so sixty who sign in at once wait for each other and nobody else waits for them. One count for
 * the process: Next builds some modules more than once.
 */
const works = globalThis as unknown as { passwordTurn?: ReturnType<typeof turnsOf> };
const inTurn = (works.passwordTurn ??= turnsOf(2));

const composed = (password: string) => password.normalize("NFC");
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(composed(password), cost));
export const passwordFits = (stored: string, password: string): Promise<boolean> =>
  inTurn(() => verify(stored, composed(password))).catch(() => false);

let common: ReadonlySet<string> | undefined;
function isCommon(folded: string): boolean {
  common ??= new Set(
    readFileSync(join(process.cwd(), "prisma/data/common-passwords.txt"), "utf8").split("\n").filter(Boolean),
  );
  // "matkhau2026!" is the common word with a tail: the tail does not save it.
  const bare = folded.replace(/[^a-z0-9]/g, "");
  return [folded, bare, bare.replace(/\d+$/, ""), bare.replace(/^\d+/, "")].some(
    (form) => form.length >= 4 && common!.has(form),
  );
}

/**
 * How many letters of `text` are left when known words are cut out of it, as many as can be: "passwordpassword" and "matkhau-hanoi-2026"
 * are nothing but what everybody tries first, one after the other.
 */
function lettersLeft(text: string, isKnown: (word: string) => boolean): number {
  // left[end]: the fewest letters before `end` that belong to no known word.
  const left = [0];
  for (let end = 1; end <= text.length; end++) {
    left[end] = left[end - 1]! + (/\d/.test(text[end - 1]!) ? 0 : 1);
    for (let from = end - shortestWord; from >= Math.max(0, end - longestWord); from--)
      if (left[from]! < left[end]! && isKnown(text.slice(from, end))) left[end] = left[from]!;
  }
  return left[text.length]!;
}
const shortestWord = 3;
const longestWord = 24;

/** "abcdabcdabcd": one short piece again and again, whole or cut off at the end. */
const isRepeated = (text: string): boolean =>
  Array.from({ length: Math.floor(text.length / 2) }, (_, index) => index + 1).some((length) =>
    text.startsWith(text.slice(length)),
  );

/**
 * 12 to 128 characters of any kind; not a common one nor several of them in a row, not one piece again and again, not made of the
 * portal's, the person's or the organisation's name (NIST SP 800-63B-4 §3.1.1.2). Null when it is good.
 */
export function passwordFlaw(password: string, context: string[]): PasswordFlaw | null {
  const length = [...composed(password)].length;
  if (length < 12) return "tooShort";
  if (length > 128) return "tooLong";
  const folded = foldVietnamese(composed(password));
  if (new Set(folded).size < 5) return "monotonous";
  if (isCommon(folded)) return "common";
  const bare = folded.replace(/[^a-z0-9]/g, "");
  // Names are taken apart as well: "Phú Thọ PA05" is no better than "PA05 Phú Thọ". Longest first, so that no part is left over.
  const words = [
    "lachan",
    "congan",
    "nganhang",
    "vietnam",
    ...context,
    ...context.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u)),
  ]
    .map((word) => foldVietnamese(word).replace(/[^a-z0-9]/g, ""))
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
  let rest = bare;
  for (const word of words) rest = rest.replaceAll(word, "");
  // A context word may appear in a long sentence; it may not be most of the password.
  if (rest.length < bare.length && rest.length < 8) return "context";
  const text = folded.replace(/[^\p{L}\p{N}]/gu, "");
  const letters = text.replace(/\d/g, "").length;
  const left = lettersLeft(text, (word) => words.includes(word) || (word.length >= 4 && common!.has(word)));
  if (left < letters && left < 5) return "common";
  return isRepeated(text) ? "monotonous" : null;
}
