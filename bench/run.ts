import { fork } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { ensureDatabase, environmentOf } from "./databases";
import { type Result, reached } from "./result";

/**
 * `npm run bench [-- --sizes 1000,100000 --only reads,league,signing,pages --fresh]`: every figure of docs/figures.md that a machine can
 * measure, as a table and in bench/results/latest.json. Ends with 1 when a bar is missed. Databases are kept for the next run.
 */
const option = (name: string) =>
  process.argv.find((_, index) => process.argv[index - 1] === `--${name}`)?.split(",");
const sizes = (option("sizes") ?? ["1000", "100000", "1000000"]).map(Number);
const parts = option("only") ?? [];
const isFresh = process.argv.includes("--fresh");

const results: Result[] = [];
for (const size of sizes) {
  const seeded = await ensureDatabase(size, isFresh);
  if (seeded)
    results.push({
      name: "seed, rows per second",
      size,
      p50: seeded.perSecond,
      p95: seeded.perSecond,
      floor: null,
      ratio: null,
      bar: null,
      better: "higher",
      note: `${seeded.rows} rows in ${seeded.seconds.toFixed(0)} s`,
    });
  results.push(...(await measured(size)));
}
results.push(...growth());

const machine = {
  cpu: cpus()[0]?.model ?? "",
  cores: availableParallelism(),
  memoryGB: Math.round(totalmem() / 1e9),
  node: process.version,
  platform: process.platform,
  loadAtEnd: loadavg()[0],
};
mkdirSync("bench/results", { recursive: true });
writeFileSync(
  "bench/results/latest.json",
  `${JSON.stringify({ at: new Date().toISOString(), machine, results }, null, 2)}\n`,
);
show();
process.exitCode = results.every(reached) ? 0 : 1;

/** Each size in a process of its own: settings and connections are read once per process. */
function measured(size: number): Promise<Result[]> {
  return new Promise((resolve, reject) => {
    const child = fork("bench/measure.ts", [String(size), ...parts], {
      env: environmentOf(size),
      execArgv: ["--import", "tsx"],
    });
    let lines: Result[] = [];
    child.on("message", (message) => (lines = message as Result[]));
    child.on("exit", (code) =>
      code === 0 ? resolve(lines) : reject(new Error(`measuring ${size} requests ended with ${code}`)),
    );
  });
}

/** How a worklist page grows from the smallest database to the largest, each against the bare page of its own run. */
function growth(): Result[] {
  const [small, large] = [Math.min(...sizes), Math.max(...sizes)];
  if (small === large) return [];
  return ["queue page", "police list page"].flatMap((name) => {
    const [from, to] = [small, large].map((size) =>
      results.find((result) => result.name === name && result.size === size),
    );
    if (!from || !to) return [];
    return [
      {
        name: `${name}, growth from ${small}`,
        size: large,
        p50: to.p50,
        p95: to.p95,
        floor: from.p50,
        ratio: to.p50 / from.p50,
        bar: 1.15,
        better: "lower" as const,
      },
    ];
  });
}

function show(): void {
  const text = (value: number | null) => (value === null ? "" : value.toFixed(value >= 100 ? 0 : 2));
  const rows = results.map((result) => [
    result.name,
    String(result.size),
    text(result.p50),
    text(result.p95),
    text(result.floor),
    text(result.ratio),
    result.bar === null ? "" : `${result.better === "lower" ? "<=" : ">="} ${result.bar}`,
    reached(result) ? "" : "MISSED",
    result.note ?? "",
  ]);
  const table = [["name", "size", "p50", "p95", "floor", "ratio", "bar", "", "note"], ...rows];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    );
}
