import { formatDate, formatDateTime, formatTime } from "@/lib/i18n/local-time";
import { vndParts } from "@/lib/money/format-vnd";
import type { AskedFact } from "@/lib/requests/letters/types";
import type { PaperWords } from "./paper-words";

/** What a kind asks beside its targets, a line for each: "Từ thời điểm: 20/11/2026 08:00". */
export const factLines = (facts: readonly AskedFact[], words: PaperWords): string[] =>
  facts
    .filter(({ value }) => value !== "")
    .map((fact) => words.letters("fact", { name: nameOf(fact.key, words), value: inWords(fact, words) }));

const nameOf = (key: string, { answers }: PaperWords): string =>
  answers.has(`fields.${key}`) ? answers(`fields.${key}`) : key;

function inWords({ key, type, value, dayAlone }: AskedFact, { answers, letter }: PaperWords): string {
  switch (type) {
    case "instant":
      return dayAlone && formatTime(value) === "00:00" ? formatDate(value) : formatDateTime(value);
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
