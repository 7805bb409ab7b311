import { amountScore } from "./amount-evidence";
import { figureAt } from "./amount-figures";
import { isCounted, isCurrency, isForeign } from "./amount-units";
import { startsWithNumeral, wordAmount } from "./amount-words";
import type { Candidate } from "./candidates";
import type { Page } from "./page";
import type { FoundFlag } from "./types";

const least = 1_000;

/** Amounts of VND, as integers: `50tr`, `1,2 tỷ`, `2.000.000đ`, "hai trăm triệu", slang, and bare figures where money is spoken of. */
export function amounts(page: Page): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < page.tokens.length; at += 1) {
    const candidates = [figure(page, at), inWords(page, at)].filter((candidate) => candidate !== undefined);
    found.push(...candidates);
  }
  return found;
}

function inWords(page: Page, first: number): Candidate | undefined {
  const { tokens } = page;
  if (tokens[first]!.kind === "word" ? !startsWithNumeral(page, first) : tokens[first]!.kind !== "digits")
    return undefined;
  if (/^(?:may|vai|hang|chuc|gan chuc|muoi)$/.test(tokens[first - 1]?.text ?? "")) return undefined;
  const read = wordAmount(page, first);
  if (read === undefined) return undefined;
  let { last } = read;
  if (isCounted(page, last + 1)) return undefined;
  if (isForeign(tokens[last + 1]?.text ?? "") && tokens[last + 1]?.text !== "te") return undefined;
  if (isCurrency(tokens[last + 1]?.text ?? "")) last += 1;
  // "1 tỉ mốt" beside "1 tỉ": what reads on is what was meant.
  const score =
    (tokens[first]!.kind === "digits" ? 4.6 : 3.2) +
    (tokens[last]?.text === "dong" ? 1.5 : 0) +
    (last - first) * 0.4;
  return made(page, first, last, read.value, score, ["inWords"]);
}

/** A figure with what belongs to it: units, a figure after the unit ("1tr5"), "rưỡi", a currency. */
function figure(page: Page, first: number): Candidate | undefined {
  const { tokens } = page;
  if (tokens[first]!.kind !== "digits" || isInsideCode(page, first)) return undefined;
  const read = figureAt(page, first);
  if (read === undefined || read.value < least) return undefined;
  const score = amountScore(page, first, read);
  if (score === undefined) return undefined;
  const flags: FoundFlag[] = read.isUnsure ? ["unchecked"] : [];
  return made(page, currencyBefore(page, first), read.last, read.value, score, flags);
}

function currencyBefore({ tokens }: Page, first: number): number {
  const before = tokens[first - 1];
  return before !== undefined && /^(?:vnd|₫|vnđ)$/.test(before.text) ? first - 1 : first;
}

function made(
  page: Page,
  first: number,
  last: number,
  value: number,
  score: number,
  flags: FoundFlag[],
): Candidate {
  const [start, end] = [page.tokens[first]!.start, page.tokens[last]!.end];
  if (page.reading.isRepaired(start, end)) flags.push("repaired");
  return { kind: "amount", value, bank: null, start, end, score, flags };
}

/** "ab12", "12/3", "1.2.3.4", "#12", "x12": the digits of something else. */
function isInsideCode({ tokens, cellOf }: Page, at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined || tokens[at]!.gap > 0 || cellOf[at] !== cellOf[at - 1]) return false;
  if (before.kind === "word")
    return !/^(?:ck|chuyen|vnd|st|tien|nap|coc|mat|so|la|gui|rut|du|sd|gd|ps)$/.test(before.text);
  if (before.text === "." || before.text === ",")
    return tokens[at - 2]?.kind === "digits" && before.gap === 0;
  return /^[/#$€£_@&]$/.test(before.text);
}
