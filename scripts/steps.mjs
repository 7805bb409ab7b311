import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { finish, node, root, start, tool } from "./processes.mjs";

const reports = join(root, "test-results");

/** Where a runner writes what it counted. */
export const reportOf = (name) => join(reports, `${name}.json`);

const vitest = "vitest/vitest.mjs";
const json = (name) => ["--reporter=default", "--reporter=json", `--outputFile.json=${reportOf(name)}`];

/** The quick steps of `npm run check`, in the order in which a mistake is cheapest to find. */
export const quickSteps = [
  ["lock", node("scripts/check-lock.mjs")],
  ["secrets", node("scripts/check-secrets.mjs")],
  ["words", node("scripts/check-words.mjs")],
  ["format", tool("prettier/bin/prettier.cjs", "--check", "--log-level=warn", ".")],
  ["lint", tool("eslint/bin/eslint.js", "--max-warnings=0", ".")],
  ["types", tool("typescript/bin/tsc", "--noEmit")],
];

export const unitStep = ["unit", tool(vitest, "run", "--project", "unit*", ...json("unit"))];

export const databaseTests = ["vitest", "run", "--project", "db*", ...json("db")];

/** What `types` needs and git does not keep: the routes' own types. */
export const routeTypes = tool("next/dist/bin/next", "typegen");

/**
 * A browser test may be tried a second time in the whole run, where hours of work should not be lost to one slow second of the machine.
 * Playwright names each at the end ("flaky"); more than this many are failures all the same.
 */
const mostSecondTries = 2;

/** Counts of vitest's or Playwright's JSON report; undefined when the runner wrote none. */
function countsIn(name) {
  try {
    const report = JSON.parse(readFileSync(reportOf(name), "utf8"));
    if (!report.stats) return { passed: report.numPassedTests, failed: report.numFailedTests };
    const { expected, unexpected, flaky } = report.stats;
    return flaky <= mostSecondTries
      ? { passed: expected + flaky, failed: unexpected }
      : { passed: expected, failed: unexpected + flaky };
  } catch {
    return undefined;
  }
}

/** What failed in one runner's report, a line each: a long run is read from its end. */
function failuresIn(name) {
  try {
    const report = JSON.parse(readFileSync(reportOf(name), "utf8"));
    return report.stats ? failedSpecs(report.suites) : failedTests(report.testResults);
  } catch {
    return [];
  }
}

const failedTests = (files) =>
  files.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0 && status === "failed") return [`${file}: ${firstLine(message)}`];
    return failed.map((test) => `${file} › ${test.fullName}: ${firstLine(test.failureMessages[0])}`);
  });

const failedSpecs = (suites = []) =>
  suites.flatMap(({ file, specs = [], suites: inner }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === "unexpected" || status === "flaky"))
      .map(({ title, tests }) => `${file} › ${title}: ${tests[0].status}`),
    ...failedSpecs(inner),
  ]);

const firstLine = (text = "") => text.trim().split("\n", 1)[0].slice(0, 200);

/** Runs steps and adds up what they tested; a step that fails without a count is one failure. */
export class Tally {
  passed = 0;
  failed = 0;
  /** @type {string[]} */
  failures = [];

  constructor() {
    rmSync(reports, { recursive: true, force: true });
    mkdirSync(reports, { recursive: true });
  }

  /** @param {() => Promise<number>} work gives an exit code */
  async step(name, work) {
    const began = Date.now();
    process.stdout.write(`\n== ${name}\n`);
    const code = await work().catch((problem) => {
      process.stderr.write(`${problem?.message ?? problem}\n`);
      return 1;
    });
    const counts = countsIn(name) ?? { passed: 0, failed: 0 };
    this.passed += counts.passed;
    this.failed += code !== 0 && counts.failed === 0 ? 1 : counts.failed;
    if (code !== 0) this.failures.push(`step ${name} ended with ${code}`);
    this.failures.push(...failuresIn(name).map((line) => `${name}: ${line}`));
    process.stdout.write(
      `== ${name}: ${code === 0 ? "ok" : "FAILED"} (${Math.round((Date.now() - began) / 1000)} s)\n`,
    );
    return code === 0;
  }

  /** @param {[string, string[]]} command */
  command(name, command) {
    return this.step(name, async () => (await finish(start(command))).code);
  }

  /** The same beside another step: what it prints comes in one piece at its end. @param {[string, string[]]} command */
  beside(name, command) {
    return this.step(name, async () => {
      const { code, output } = await finish(start(command, { stdio: ["ignore", "pipe", "pipe"] }));
      process.stdout.write(`\n== ${name}, what it printed\n${output}`);
      return code;
    });
  }

  /** Closes with the plain line that CI reads, and with the exit code. */
  close() {
    if (this.failures.length > 0)
      process.stdout.write(`\n== what failed or needed a second try\n${this.failures.join("\n")}\n`);
    process.stdout.write(`\n${this.passed} passed, ${this.failed} failed\n`);
    process.exitCode = this.failed === 0 ? 0 : 1;
  }
}
