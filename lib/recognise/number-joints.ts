import { saysNo } from "./amount-units";
import type { Token } from "./tokens";

const joiners = new Set([".", "-", "_", "·"]);

/** What stands between two groups of one number. */
export type Joint = "blank" | "dot" | "dash" | "line" | "bracket";

/** Two short groups side by side on one line belong together, unless the second begins a day, a time or an amount. */
export function isCut(tokens: readonly Token[], at: number, next: number): boolean {
  if (tokens[at]!.text.length > 6 || tokens[next]!.text.length > 6) return false;
  if (tokens.slice(at, next).some(({ kind }) => kind === "break")) return false;
  if (tokens[at + 1]!.kind === "mark" && tokens[at + 1]!.gap > 0) return false; // "… 113 – 50.000.000đ"
  if (next > at + 1 && tokens[next]!.gap > 0 && tokens[at + 1]!.gap === 0) return false; // a full stop: "… 334. 14/11"
  const after = tokens[next + 1];
  if (after === undefined || next > at + 1) return true; // joined by a mark: what follows is no unit of the last group
  if (after.gap === 0 && /^[/:h]/.test(after.text) && tokens[next]!.text.length <= 2) return false;
  const isUnit = /^(?:tr|trieu|ty|ti|k|nghin|ngan|cu|lan|gio|h|thang|d|dong|vnd|phut|nam|ngay|nguoi)$/.test(
    after.text,
  );
  if (after.text === "k" && after.gap > 0 && saysNo.test(tokens[next + 2]?.text ?? "")) return true;
  return !isUnit || (after.text === "ngan" && tokens[next + 2]?.text === "hang");
}

export function begunBefore(tokens: readonly Token[], first: number): boolean {
  for (const back of [first - 1, first - 2])
    if (tokens[back]?.kind === "digits" && jointAfter(tokens, back)?.at === first)
      return isCut(tokens, back, first);
  return false;
}

export const isAfterCountry = (tokens: readonly Token[], first: number) =>
  tokens[first - 1]?.text === "84" && tokens[first - 2]?.text === "+";

/** "ab12" and "12ab" are codes. A unit or a name right after ("50tr", "0123MB") is read by others. */
export function isPartOfWord(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined || tokens[at]!.gap > 0) return false;
  if (before.kind === "word")
    return !/^(?:so|stk|tk|sdt|dt|la|vcb|mb|momo|tcb|acb|bidv|zalo|dien|thoai|khoan|goi|hotline|tel|cccd|cmnd)$/.test(
      before.text,
    );
  return (
    /[/@#$&_]/.test(before.text) && tokens[at - 2] !== undefined && before.gap === 0 && before.text !== "/"
  );
}

export function isFollowedByWord(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  if (after === undefined || after.gap > 0 || after.kind !== "word") return false;
  return tokens[at]!.text.length < 6; // "123abc" is a code, "0123456789mb" a number and its bank
}

export function jointAfter(tokens: readonly Token[], at: number): { joint: Joint; at: number } | undefined {
  const [next, second, third] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (next === undefined) return undefined;
  if (
    next.text === "." &&
    second?.text === "." &&
    third?.kind === "digits" &&
    next.gap + second.gap + third.gap === 0
  )
    return { joint: "dot", at: at + 3 };
  if (next.kind === "digits")
    return next.gap > 0 && next.gap <= 3 ? { joint: "blank", at: at + 1 } : undefined;
  if (second?.kind !== "digits") return undefined;
  // "+1 (202) 555-0143"
  if (next.text === "(" && third?.text === ")" && second.text.length <= 4 && tokens[at - 1]?.text === "+")
    return { joint: "bracket", at: at + 2 };
  if (next.kind === "break") return next.text.length === 1 ? { joint: "line", at: at + 2 } : undefined;
  // "(024) 3999 1122", and neither "1) 0386 447 190"
  const isOpen = tokens[at - 1]?.text === "(" || tokens[at - 2]?.text === "(";
  if (next.text === ")" && next.gap === 0 && second.gap <= 1 && tokens[at]!.text.length <= 4 && isOpen)
    return { joint: "bracket", at: at + 2 };
  // A dash with a blank on one side only is a sign: "TK 0350… -10.000.000".
  if (
    joiners.has(next.text) &&
    next.gap <= 1 &&
    second.gap <= 1 &&
    (next.text !== "-" || next.gap === second.gap)
  )
    return { joint: next.text === "." ? "dot" : "dash", at: at + 2 };
  return undefined;
}
