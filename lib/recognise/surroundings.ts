import { bankAfter, bankBefore } from "./bank-distance";
import { isUpper } from "./capitals";
import { type Label, labelAfter, labelBefore } from "./labels";
import type { BankMention, Page } from "./page";
import type { Cell, Column } from "./sheets";

/** What stands around a number. */
export interface Surroundings {
  readonly before: Label | undefined;
  readonly after: Label | undefined;
  readonly bankBefore: { readonly mention: BankMention; readonly cost: number } | undefined;
  readonly bankAfter: { readonly mention: BankMention; readonly cost: number } | undefined;
  /** "vào", "đến", "->" right before. */
  readonly isTarget: boolean;
  /** "từ" right before. */
  readonly isSource: boolean;
  readonly hasHolder: boolean;
  readonly cell: Cell | undefined;
  readonly column: Column;
}

/** What stands around tokens first…last; each side is looked at once, however many readings share it. */
export class Neighbourhood {
  readonly #left = new Map<number, Pick<Surroundings, "before" | "bankBefore" | "isTarget" | "isSource">>();
  readonly #right = new Map<number, Pick<Surroundings, "after" | "bankAfter" | "hasHolder">>();

  constructor(readonly page: Page) {}

  of(first: number, last: number): Surroundings {
    const { page } = this;
    let left = this.#left.get(first);
    if (left === undefined) {
      left = {
        before: labelBefore(page, first),
        bankBefore: bankBefore(page, first),
        isTarget: isTarget(page, first),
        isSource: isSource(page, first),
      };
      this.#left.set(first, left);
    }
    let right = this.#right.get(last);
    if (right === undefined) {
      right = {
        after: labelAfter(page, last),
        bankAfter: bankAfter(page, last),
        hasHolder: hasHolder(page, last),
      };
      this.#right.set(last, right);
    }
    const cell = page.cellOf[first];
    return { ...left, ...right, cell, column: cell?.holds ?? "unknown" };
  }
}

/** "toi" is "tới" before a number or an account, and "tôi" everywhere else. */
function isTarget(page: Page, first: number): boolean {
  const { tokens, cueOf, bankOf } = page;
  for (let at = first - 1, steps = 0; at >= 0 && steps < 4; at -= 1, steps += 1) {
    const meaning = cueOf[at]?.meaning;
    if (meaning === "into") return true;
    if (tokens[at]!.text === "toi")
      return page.reading.plain.slice(tokens[at]!.start, tokens[at]!.end) !== "tôi";
    if (
      meaning !== "account" &&
      bankOf[at] === undefined &&
      !/^(?:so|:|la|ngan|hang|nh)$/.test(tokens[at]!.text)
    )
      return false;
  }
  return false;
}

function isSource({ reading, tokens }: Page, first: number): boolean {
  const before = tokens[first - 1];
  return before?.text === "tu" && /^t[ừu]$/i.test(reading.plain.slice(before.start, before.end));
}

function hasHolder(page: Page, last: number): boolean {
  let capitals = 0;
  for (let at = last + 1; at < page.tokens.length && at < last + 9; at += 1) {
    const { kind, text } = page.tokens[at]!;
    if (page.bankOf[at] !== undefined) continue;
    if (/^(?:ctk|chu|ten|mang)$/.test(text)) return true;
    if (kind === "word" && isUpper(page, at)) capitals += 1;
    else if (kind === "word" || kind === "digits") break;
    if (capitals >= 2) return true;
  }
  return false;
}
