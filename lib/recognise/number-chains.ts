import type { Page } from "./page";
import type { Token } from "./tokens";

/** Digits that may be one number, however they are broken: tokens `first` to `last`. */
export interface NumberSpan {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  readonly hasPlus: boolean;
  readonly isJoined: boolean;
  /** How unlikely it is that these groups belong together and that nothing beside them does; 0 for digits in one run. */
  readonly joinCost: number;
}

const longest = 19;
const mostGroups = 19;
const joiners = new Set([".", "-", "_", "·"]);

type Joint = "blank" | "dot" | "dash" | "line" | "bracket";

/** Every way to read neighbouring groups of digits as one number of at most 19 digits. */
export function numberSpans(page: Page): NumberSpan[] {
  const { tokens } = page;
  const spans: NumberSpan[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    if (tokens[first]!.kind !== "digits" || isPartOfWord(tokens, first)) continue;
    const begun = begunBefore(tokens, first)
      ? tokens[first - 2]?.text === "+"
        ? 6
        : 3.4
      : isAfterCountry(tokens, first)
        ? 6
        : 0;
    const groups: number[] = [];
    const joints: Joint[] = [];
    let digits = "";
    for (let at = first; ;) {
      const token = tokens[at]!;
      digits += token.text;
      if (digits.length > longest || groups.length >= mostGroups) break;
      groups.push(token.text.length);
      const next = jointAfter(tokens, at);
      const cut = (next !== undefined && isCut(tokens, at, next.at) ? 3.4 : 0) + begun;
      // Fewer digits are no number of any kind, and a piece from the middle of a longer row of groups is never taken.
      const isWorth = digits.length >= 6 && cut < 5;
      if (isWorth && !isFollowedByWord(tokens, at))
        spans.push(spanOf(tokens, first, at, digits, groups, joints, cut));
      if (next === undefined) break;
      joints.push(next.joint);
      at = next.at;
    }
  }
  return spans;
}

function spanOf(
  tokens: readonly Token[],
  first: number,
  last: number,
  digits: string,
  groups: readonly number[],
  joints: readonly Joint[],
  cut: number,
): NumberSpan {
  const [before, after] = [tokens[first - 1], tokens[first]!];
  const hasPlus = before?.text === "+" && after.gap <= 1;
  const open = hasPlus && tokens[first - 2]?.text === "(" ? 2 : hasPlus ? 1 : 0;
  const hasBracket = joints.includes("bracket") && before?.text === "(";
  const from = hasBracket ? first - 1 : first - open;
  return {
    first: from,
    last,
    start: tokens[from]!.start,
    end: tokens[last]!.end,
    digits,
    hasPlus,
    isJoined: groups.length > 1,
    // "+84 912345678": the country's code parts no number.
    joinCost:
      (hasPlus && groups.length > 1 ? joinCost(groups.slice(1), joints.slice(1)) : joinCost(groups, joints)) +
      cut,
  };
}

/** People break numbers alike all along, in groups of two to six; two long groups are two numbers. */
function joinCost(groups: readonly number[], joints: readonly Joint[]): number {
  if (groups.length === 1) return 0;
  const kinds = new Set(joints);
  const lines = joints.filter((joint) => joint === "line").length;
  let cost = 0.2 + (kinds.size - 1) * 0.5 + lines * 1.2;
  if (lines > 1) cost += 3;
  const ones = groups.filter((size) => size === 1).length;
  if (ones === groups.length) return cost + 0.3;
  const isOnlyLast = ones === 1 && groups.at(-1) === 1 && groups.length > 2;
  if (ones > 0) cost += isOnlyLast ? 0.3 : 1.2;
  const widest = Math.max(...groups);
  if (widest >= 9) cost += lines > 0 && groups.length === 2 ? 1 : 4;
  else if (widest >= 7) cost += 1;
  if (groups.length === 2 && groups.every((size) => size >= 8)) cost += 4;
  return cost;
}

/** Two short groups side by side on one line belong together, unless the second begins a day, a time or an amount. */
function isCut(tokens: readonly Token[], at: number, next: number): boolean {
  if (tokens[at]!.text.length > 6 || tokens[next]!.text.length > 6) return false;
  if (tokens.slice(at, next).some(({ kind }) => kind === "break")) return false;
  if (tokens[at + 1]!.kind === "mark" && tokens[at + 1]!.gap > 0) return false; // "… 113 – 50.000.000đ"
  if (next > at + 1 && tokens[next]!.gap > 0 && tokens[at + 1]!.gap === 0) return false; // a full stop: "… 334. 14/11"
  const after = tokens[next + 1];
  if (after === undefined || next > at + 1) return true; // joined by a mark: what follows is no unit of the last group
  if (after.gap === 0 && /^[/:h]/.test(after.text)) return false;
  const isUnit = /^(?:tr|trieu|ty|ti|k|nghin|ngan|cu|lan|gio|h|thang|d|dong|vnd|phut|nam|ngay|nguoi)$/.test(
    after.text,
  );
  return !isUnit || (after.text === "ngan" && tokens[next + 2]?.text === "hang");
}

function begunBefore(tokens: readonly Token[], first: number): boolean {
  for (const back of [first - 1, first - 2])
    if (tokens[back]?.kind === "digits" && jointAfter(tokens, back)?.at === first)
      return isCut(tokens, back, first);
  return false;
}

const isAfterCountry = (tokens: readonly Token[], first: number) =>
  tokens[first - 1]?.text === "84" && tokens[first - 2]?.text === "+";

/** "ab12" and "12ab" are codes. A unit or a name right after ("50tr", "0123MB") is read by others. */
function isPartOfWord(tokens: readonly Token[], at: number): boolean {
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

function isFollowedByWord(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  if (after === undefined || after.gap > 0 || after.kind !== "word") return false;
  return tokens[at]!.text.length < 6; // "123abc" is a code, "0123456789mb" a number and its bank
}

function jointAfter(tokens: readonly Token[], at: number): { joint: Joint; at: number } | undefined {
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
  if (next.text === ")" && next.gap === 0 && second.gap <= 1 && tokens[at]!.text.length <= 4)
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
