import { mkdirSync, writeFileSync } from "node:fs";
import { addTo, newScore, precision, recall, type Score, type Tally } from "../lib/recognise/corpus/score";
import { corpora, type Statement, statementsOf } from "../lib/recognise/corpus/statements";
import { recognise } from "../lib/recognise/recognise";
import { foundKinds } from "../lib/recognise/types";
import { growth } from "./recognise-growth";
import { quantile } from "./result";

/**
 * `npm run bench:recognise [-- --mistakes]`: what the recogniser finds in the made-up statements, per kind and for each part of the
 * corpus, as a table and in bench/results/recognise.json. Ends with 1 when recall is below 95 %, precision below 98 %, or 10 kB take
 * more than 20 ms of processor time, or a text ten times as long takes more than 15 times as long.
 */
const bars = { recall: 0.95, precision: 0.98, milliseconds: 20, growth: 15 };
/** The statements were made up in November 2026: two digits of a year are read from there, whatever day the bench runs. */
const now = new Date("2026-11-22T05:00:00Z");

const corpus = new Map<string, readonly Statement[]>(corpora.map((part) => [part, statementsOf(part)]));
corpus.set("all", [...corpus.values()].flat());
const scores = new Map([...corpus].map(([part, statements]) => [part, scoreOf(statements)]));
const milliseconds = speed(corpus.get("all") ?? []);

for (const [part, score] of scores) {
  if (process.argv.includes("--mistakes") && part !== "all") console.log(score.mistakes.join("\n"));
  console.log(`\n${part}, ${corpus.get(part)?.length ?? 0} statements`);
  show(score);
}
console.log(`\n10 kB in ${milliseconds.toFixed(1)} ms of processor time (median)`);
const grown = growth(now);
for (const [name, times] of Object.entries(grown))
  console.log(`ten times as much of ${name} takes ${times.toFixed(1)} times as long`);

const all = scores.get("all")!.kinds.get("all")!;
const isReached =
  recall(all) >= bars.recall &&
  precision(all) >= bars.precision &&
  milliseconds <= bars.milliseconds &&
  Object.values(grown).every((times) => times <= bars.growth);
if (!isReached) console.log("MISSED");
mkdirSync("bench/results", { recursive: true });
const result = {
  at: new Date().toISOString(),
  bars,
  milliseconds,
  growth: grown,
  ...Object.fromEntries([...scores].map(([part, score]) => [part, figures(score)])),
};
writeFileSync("bench/results/recognise.json", `${JSON.stringify(result, null, 2)}\n`);
process.exitCode = isReached ? 0 : 1;

function scoreOf(statements: readonly Statement[]): Score {
  const score = newScore();
  for (const statement of statements) addTo(score, statement, recognise(statement.text, { now }));
  return score;
}

/** Processor time for ten thousand bytes of statements one after another, as a victim of many pages would paste them. */
function speed(statements: readonly Statement[]): number {
  let text = "";
  for (const statement of statements) if (Buffer.byteLength(text) < 10_000) text += `${statement.text}\n\n`;
  const times = Array.from({ length: 60 }, () => {
    const began = process.cpuUsage();
    recognise(text, { now });
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1_000;
  });
  return quantile(times.slice(20), 0.5) * (10_000 / Buffer.byteLength(text));
}

function rowsOf(score: Score): [string, Tally][] {
  const kinds = [...foundKinds, "all" as const].flatMap((kind): [string, Tally][] => {
    const tally = score.kinds.get(kind);
    return tally ? [[kind, tally]] : [];
  });
  return [
    ...kinds,
    ["banks of accounts", score.banks],
    ["transfers", score.transfers],
    ["times of transfers", score.times],
    ["certain finds", score.certain],
  ];
}

function figures(score: Score) {
  return Object.fromEntries(
    rowsOf(score).map(([name, tally]) => [
      name,
      { ...tally, recall: recall(tally), precision: precision(tally), f1: f1(tally) },
    ]),
  );
}

function f1(tally: Tally): number {
  const [r, p] = [recall(tally), precision(tally)];
  return r + p === 0 ? 0 : (2 * r * p) / (r + p);
}

function show(score: Score): void {
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
  const rows = rowsOf(score).map(([name, tally]) => [
    name,
    String(tally.gold),
    percent(recall(tally)),
    percent(precision(tally)),
    percent(f1(tally)),
  ]);
  const table = [["kind", "marked", "recall", "precision", "F1"], ...rows];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  for (const row of table)
    console.log(
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
        .join("  "),
    );
  console.log(`not from the first character to the last: ${score.inexact}`);
}
