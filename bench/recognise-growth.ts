import { statementsOf } from "../lib/recognise/corpus/statements";
import { recognise } from "../lib/recognise/recognise";

const told = statementsOf("developing")
  .map(({ text }) => text)
  .join("\n\n");
/** Long texts of one sort: where a reader looks back once too often, time grows with the square of the length. */
const sorts: Record<string, string> = {
  statements: told.repeat(2),
  "accounts with their bank": "stk 0123456789 MB, 50tr\n".repeat(1_600),
  rows: "20/11/2026\t0123456789\tMB\t5.000.000\n".repeat(1_000),
  groups: "1903 5527 ".repeat(3_000),
  words: "hai trăm bảy mươi triệu ".repeat(1_200),
};

/** How many times as long a text ten times as long takes, for each sort. */
export const growth = (now: Date): Record<string, number> =>
  Object.fromEntries(
    Object.entries(sorts).map(([name, text]) => {
      const short = work(text, 8, now); // the first of them compile
      return [name, work(text.repeat(10), 3, now) / short];
    }),
  );

/** Processor time of the best of a few runs: other work on the machine cannot make it look longer than it is. */
function work(text: string, runs: number, now: Date): number {
  const times = Array.from({ length: runs }, () => {
    const began = process.cpuUsage();
    recognise(text, { now });
    const { user, system } = process.cpuUsage(began);
    return user + system;
  });
  return Math.min(...times);
}
