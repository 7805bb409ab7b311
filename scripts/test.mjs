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
    // The database's tests follow one another and leave a processor free: what needs none runs beside them.
    const rest = async () => {
      for (const [name, command] of [...quickSteps, unitStep]) await tally.beside(name, command);
      return tally.beside("build", [process.execPath, ["scripts/build.mjs", "--unless-built"]]);
    };
    const [, isBuilt] = await Promise.all([tally.step("db", () => withTestDatabase(databaseTests)), rest()]);
    if (isBuilt) await tally.step("e2e", () => runBrowserTests([]));
  }
  tally.close();
});
