import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = fileURLToPath(new URL(".", import.meta.url));
// Every folder of the project, so that no test is left out by where it stands; browser tests are Playwright's.
const rooms = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !/^(\.|node_modules$|test-results$|e2e$)/.test(entry.name))
  .map(({ name }) => name);

/** The seed is proved by counting whole tables: before other tests have filled them. */
class SeedFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLater = ({ moduleId }: TestSpecification) => Number(!moduleId.includes("/prisma/seed/"));
    return (await super.sort(files)).sort((a, b) => isLater(a) - isLater(b));
  }
}

const tests = rooms.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.test\.(tsx?|mjs)$/.test(file) && !file.includes("generated"))
    .map((file) => `${room}/${file}`),
);
const isDatabases = (file: string) => /\.db\.test\.\w+$/.test(file);
// What stands in for a module, or for the process's own settings, would stay for the files after it.
const isAlone = (file: string) =>
  /\bvi\.(mock|stubEnv|stubGlobal)\(|process\.env\.\w+ = /.test(readFileSync(join(root, file), "utf8"));

// One cluster, one pool of connections: files follow one another and each owns its organisations.
const oneByOne = { fileParallelism: false, maxWorkers: 1, testTimeout: 30_000, hookTimeout: 60_000 };

/**
 * Files share their modules: loading them anew for each took two thirds of the time. Those that put a stand-in in place of a module
 * have a process of their own, and come after the others.
 */
const projects = (name: string, files: string[], how: object) =>
  [false, true].map((alone, order) => ({
    extends: true as const,
    test: {
      name: alone ? `${name}-alone` : name,
      include: files.filter((file) => isAlone(file) === alone),
      isolate: alone,
      sequence: { groupOrder: order, sequencer: SeedFirst },
      ...how,
    },
  }));

export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    environment: "node",
    sequence: { sequencer: SeedFirst },
    // Servers in other zones must count the same days: a test that leans on the machine's zone fails here.
    env: { TZ: "America/New_York" },
    projects: [
      ...projects(
        "unit",
        tests.filter((file) => !isDatabases(file)),
        // A property is tried on thousands of cases; a slow machine is no failure.
        { testTimeout: 30_000 },
      ),
      ...projects("db", tests.filter(isDatabases), oneByOne),
    ],
  },
});
