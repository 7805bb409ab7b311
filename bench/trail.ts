import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { layoutOf } from "@/lib/money/trail/layout";
import type { MoneyStory } from "@/lib/money/trail/story";
import { traceMoney } from "@/lib/money/trail/trace";
import { quantile, reached, type Result } from "./result";

/**
 * `npx tsx bench/trail.ts`: how long a trail takes to be shared out and to be laid out, as a table and in
 * bench/results/trail.json. Needs no database. Ends with 1 when a bar is missed.
 */
const size = 300;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 20) + minute * 60_000);

/** Six layers, three victims, two sources for every third account, a circle here and there; `seed` makes each one another. */
function storyOf(accounts: number, seed: number): MoneyStory {
  const layerOf = (index: number) => Math.floor((index * 6) / accounts);
  const of = (layer: number) =>
    Array.from({ length: accounts }, (_, index) => index).filter((index) => layerOf(index) === layer);
  const name = (index: number) => `bank${index % 40}:${1_000_000_000 + index}`;
  const transfers: MoneyStory["transfers"][number][] = [];
  const move = (from: number, to: number, minute: number) =>
    transfers.push({
      id: `t${String(transfers.length).padStart(5, "0")}`,
      item: `i${from}`,
      reporter: `r${from % 40}`,
      from: name(from),
      to: name(to),
      amount: BigInt(1_000_000 + ((from * 7919 + to * 104_729 + seed) % 50_000_000)),
      at: at(minute),
      reference: null,
    });
  for (let index = of(0).length; index < accounts; index++) {
    const before = of(layerOf(index) - 1);
    move(before[(index * 7 + seed) % before.length]!, index, layerOf(index) * 30 + (index % 20));
    if (index % 3 === 0) move(before[(index * 13 + 5) % before.length]!, index, layerOf(index) * 30 + 22);
    if (index % 11 === 0) move(index, before[0]!, layerOf(index) * 30 + 25);
  }
  return {
    payments: of(0).map((index) => ({
      id: `p${index}`,
      victim: `v${index % 3}`,
      from: null,
      to: name(index),
      amount: 500_000_000n,
      at: at(index % 10),
      reference: null,
    })),
    transfers,
    cashOuts: [],
    holds: of(3).map((index) => ({
      id: `h${index}`,
      account: name(index),
      amount: 10_000_000n,
      at: at(400),
      released: 0n,
      returned: 0n,
    })),
    ownMoney: [],
    answered: new Set(of(1).map(name)),
    asked: new Set(of(1).map(name)),
  };
}

async function timesOf(count: number, run: (round: number) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let round = -3; round < count; round++) {
    const began = performance.now();
    await run(round + 3);
    if (round >= 0) times.push(performance.now() - began);
  }
  return times;
}
const line = (name: string, times: number[], bar: number): Result => ({
  name,
  size,
  p50: quantile(times, 0.5),
  p95: quantile(times, 0.95),
  floor: null,
  ratio: null,
  bar,
  better: "lower",
});

const results = [
  line("trail: shared out", await timesOf(40, (round) => traceMoney(storyOf(size, round))), 100),
  line(
    "trail: laid out",
    await timesOf(20, (round) => {
      const { accounts, transfers } = traceMoney(storyOf(size, round));
      return layoutOf({
        nodes: [...accounts.values()].map(({ key, layer }) => ({ id: key, layer })),
        edges: transfers.map(({ from, to }) => ({ from, to })),
      });
    }),
    1_000,
  ),
];
const machine = {
  cpu: cpus()[0]?.model ?? "",
  cores: availableParallelism(),
  node: process.version,
  loadAtEnd: loadavg()[0],
};
mkdirSync("bench/results", { recursive: true });
writeFileSync(
  "bench/results/trail.json",
  `${JSON.stringify({ at: new Date().toISOString(), machine, results }, null, 2)}\n`,
);
for (const { name, p50, p95, bar } of results)
  console.log(`${name.padEnd(20)} p50 ${p50.toFixed(1)} ms  p95 ${p95.toFixed(1)} ms  bar ${bar} ms`);
process.exit(results.every(reached) ? 0 : 1);
