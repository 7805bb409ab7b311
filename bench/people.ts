import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import type { Browser } from "@playwright/test";
import { closeDatabase } from "@/lib/db";
import { doCascade } from "./people/cascade-job";
import { doFreeze } from "./people/freeze-job";
import { doSigning } from "./people/signing-job";
import { desk, isMet, type Job, openBrowser, phone, secondsOf } from "./people/stage";
import { doStatement } from "./people/statement-job";
import { doTrail } from "./people/trail-job";
import { doWorkbook } from "./people/workbook-job";

/**
 * `npm run bench:people [-- statement signing …]`: what the main jobs take of a person, done by hands that count themselves, on a
 * production build: as a table and in bench/results/people.json. The model of the person is in people/model.ts. Ends with 1
 * when a bar is missed or a job could not be done.
 */
const jobs: Record<string, (browser: Browser) => Promise<Job[]>> = {
  statement: async (browser) => [await doStatement(browser)],
  cascade: async (browser) => [await doCascade(browser)],
  signing: async (browser) => [await doSigning(browser, desk), await doSigning(browser, phone)],
  workbook: async (browser) => [await doWorkbook(browser)],
  freeze: async (browser) => [await doFreeze(browser)],
  trail: async (browser) => [await doTrail(browser)],
};
const asked = process.argv.slice(2);
const browser = await openBrowser();
const done: Job[] = [];
const failed: string[] = [];
for (const [name, run] of Object.entries(jobs)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  try {
    done.push(...(await run(browser)));
  } catch (problem) {
    failed.push(name);
    console.error(`${name} could not be done:`, problem);
  }
}
await browser.close();
await closeDatabase();

const round = (value: number) => Math.round(value * 10) / 10;
console.table(
  done.flatMap((job) => [
    {
      job: job.name,
      screen: job.screen,
      clicks: job.tally?.clicks ?? "",
      keys: job.tally?.keys ?? "",
      "machine s": round(job.machineSeconds),
      "person s": job.tally ? round(job.tally.seconds) : "",
      sum: round(secondsOf(job)),
      bar: [
        `${job.bars.seconds} s`,
        ...(job.bars.clicks === undefined ? [] : [`${job.bars.clicks} clicks`]),
        ...(job.bars.keys === undefined ? [] : [`${job.bars.keys} keys`]),
      ].join(", "),
      met: isMet(job),
    },
    ...(job.others ?? []).map(({ name, value, unit, bar }) => ({
      job: `  ${name}`,
      screen: job.screen,
      sum: round(value),
      bar: `${bar} ${unit}`,
      met: value <= bar,
    })),
  ]),
);
mkdirSync("bench/results", { recursive: true });
if (asked.length === 0)
  writeFileSync(
    "bench/results/people.json",
    `${JSON.stringify(
      {
        at: new Date().toISOString(),
        machine: {
          cpu: cpus()[0]?.model ?? "",
          cores: availableParallelism(),
          node: process.version,
          loadAtEnd: loadavg()[0],
        },
        jobs: done.map((job) => ({ ...job, seconds: secondsOf(job), isMet: isMet(job) })),
        failed,
      },
      null,
      2,
    )}\n`,
  );
process.exit(failed.length === 0 && done.every(isMet) ? 0 : 1);
