import { main } from "./messages.mjs";
import { requireNode } from "./node-version.mjs";

/**
 * `npm test`: everything, on a clean clone with Node alone. Goes on after a failed step, because the next one may fail
 * for another reason, and closes with `N passed, N failed`.
 */
await main(async () => {
  requireNode();
  const { requireDisk } = await import("./requirements.mjs");
  const { root, run } = await import("./processes.mjs");
  const { ensureInstalled } = await import("./install.mjs");
  requireDisk(root);
  await ensureInstalled();
  const { findBrowser } = await import("./browser.mjs");
  const { ensureBuilt } = await import("./build.mjs");
  const { runBrowserTests } = await import("./e2e.mjs");
  const { generate } = await import("./generate.mjs");
  const { databaseTests, quickSteps, routeTypes, Tally, unitStep } = await import("./steps.mjs");
  const { withTestDatabase } = await import("./with-test-db.mjs");

  const tally = new Tally();
  const done = async (work) => {
    await work();
    return 0;
  };
  await tally.step("browser", () => done(async () => (process.env.CHROMIUM_PATH = await findBrowser())));
  const hasClient = await tally.step("generate", () =>
    done(async () => {
      await generate();
      await run(routeTypes, { name: "next typegen", quiet: true });
    }),
  );
  if (hasClient) {
    // The database tests follow one another and leave a second processor idle.
    const quickOnes = async () => {
      for (const [name, command] of [...quickSteps, unitStep]) await tally.beside(name, command);
      return tally.step("build", () => done(() => ensureBuilt()));
    };
    const [isBuilt] = await Promise.all([
      quickOnes(),
      tally.step("db", () => withTestDatabase(databaseTests)),
    ]);
    if (isBuilt) await tally.step("e2e", () => runBrowserTests(["--retries=1"]));
  }
  tally.close();
});
