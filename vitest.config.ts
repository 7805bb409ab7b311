import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = fileURLToPath(new URL(".", import.meta.url));

/** The seed is proved by counting whole tables: before other tests have filled them. */
class SeedFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLater = ({ moduleId }: TestSpecification) => Number(!moduleId.includes("/prisma/seed/"));
    return (await super.sort(files)).sort((a, b) => isLater(a) - isLater(b));
  }
}

export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    environment: "node",
    sequence: { sequencer: SeedFirst },
    // Servers in other zones must count the same days: a test that leans on the machine's zone fails here.
    env: { TZ: "America/New_York" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [
            "lib/**/*.test.{ts,tsx}",
            "components/**/*.test.{ts,tsx}",
            "prisma/**/*.test.ts",
            "scripts/**/*.test.mjs",
          ],
          exclude: ["**/*.db.test.{ts,mjs}", "**/node_modules/**", "lib/generated/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["**/*.db.test.{ts,mjs}"],
          exclude: ["**/node_modules/**", "lib/generated/**", ".next/**"],
          // One cluster, one pool of connections: files follow one another and each owns its organisations.
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
