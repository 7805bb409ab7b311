import { formatDate, formatDateTime } from "@/lib/i18n/local-time";
import { vndParts } from "@/lib/money/format-vnd";
import type { AskedFact } from "@/lib/requests/letters/types";
import type { PaperWords } from "./paper-words";

/** What a kind asks beside its targets, a line for each: "Từ thời điểm: 20/11/2026 08:00". */
export const factLines = (facts: readonly AskedFact[], words: PaperWords): string[] =>
  facts
    .filter(({ value }) => value !== "")
    .map(({ key, type, value }) =>
      words.letters("fact", { name: nameOf(key, words), value: inWords(key, type, value, words) }),
    );

const nameOf = (key: string, { answers }: PaperWords): string =>
  answers.has(`fields.${key}`) ? answers(`fields.${key}`) : key;

function inWords(key: string, type: string, value: string, { answers, letter }: PaperWords): string {
  switch (type) {
    case "instant":
      return formatDateTime(value);
    case "date":
      return formatDate(`${value}T00:00:00Z`);
    case "amount":
      return /^\d+$/.test(value) ? letter("dong", { digits: vndParts(BigInt(value)).digits }) : value;
    case "enum":
      return answers.has(`options.${key}.${value}`) ? answers(`options.${key}.${value}`) : value;
    default:
      return value;
  }
}
