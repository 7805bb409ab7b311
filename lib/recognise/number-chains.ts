import {
  begunBefore,
  isAfterCountry,
  isCut,
  isFollowedByWord,
  isPartOfWord,
  type Joint,
  jointAfter,
} from "./number-joints";
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
  if (lines > 1) cost += Math.max(...groups) <= 6 ? 0.4 : 3; // codes of a list are longer than pieces of one number
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
