import { normaliseText } from "@/lib/targets/normalise-text";
import { repairDigits } from "./digit-repair";

/**
 * A text as the recognisers read it, every character of which knows where it stood. `plain` keeps case and accents, `text` is folded
 * (no accents, small letters) and repaired (digits that a scanner read as letters); both have the same length.
 */
export interface Reading {
  readonly original: string;
  readonly plain: string;
  readonly text: string;
  /** Written with accents: then "sau" is not "sáu" and "toi" not "tỏi". */
  readonly isAccented: boolean;
  /** Where the characters from…to stood in the original, as UTF-16 offsets. */
  originalSpan(from: number, to: number): { start: number; end: number };
  /** Did a letter between from and to have to be read as a digit? */
  isRepaired(from: number, to: number): boolean;
}

const combining = /[\u0300-\u036f\u20e3\ufe00-\ufe0f]/;
const emojiKey = /[\u20e3\ufe00-\ufe0f]/g;
/** Full-width forms and mathematical digits: the rest of NFKC would change what is written (½ is not 1⁄2, m² not m2). */
const disguised = /^[\uff01-\uffee]$|^\ud835[\udc00-\udfff]$/;
const accented = /[\u00c0-\u024f\u1ea0-\u1eff]/g;

/** Reads a text once, in time that grows with its length. Never throws, whatever the string. */
export function read(original: string): Reading {
  const { characters, starts, ends } = split(original);
  const plain = characters.join("");
  const { text, repaired } = repairDigits(plain);
  const letters = text.replace(/[^a-z]/g, "").length;
  return {
    original,
    plain,
    text,
    isAccented: (plain.match(accented)?.length ?? 0) > letters * 0.05,
    originalSpan: (from, to) => ({ start: starts[from] ?? original.length, end: ends[to - 1] ?? 0 }),
    isRepaired(from, to) {
      for (let at = from; at < to; at += 1) if (repaired.has(at)) return true;
      return false;
    },
  };
}

/** The visible characters, one UTF-16 unit each, with the place in the original that each stands for. */
function split(original: string) {
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const known = new Map<string, string>();
  for (let at = 0; at < original.length;) {
    const end = endOfCluster(original, at);
    const cluster = original.slice(at, end);
    let shown = known.get(cluster);
    if (shown === undefined) known.set(cluster, (shown = visible(cluster)));
    for (let unit = 0; unit < shown.length; unit += 1) {
      characters.push(shown.charAt(unit));
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return { characters, starts, ends };
}

/** A letter, or a surrogate pair, with the marks that stand on it. A run of marks is cut so that no text takes longer than its length. */
function endOfCluster(text: string, at: number): number {
  let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  if (text.charCodeAt(at) === 13 && text.charCodeAt(end) === 10) return end + 1;
  while (end < at + 8 && text.charCodeAt(end) >= 0x300 && combining.test(text.charAt(end))) end += 1;
  return end;
}

function visible(cluster: string): string {
  if (cluster === "\t") return "\t";
  if (/^[\r\n\u0085\u2028\u2029]/.test(cluster)) return "\n";
  const text = normaliseText(cluster.replace(emojiKey, ""));
  if (/^\s$/.test(text)) return " ";
  return disguised.test(text) ? text.normalize("NFKC") : text;
}
