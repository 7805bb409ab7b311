import { main } from "./messages.mjs";
import { requireNode } from "./node-version.mjs";

/** `npm run check`: what a change must pass before anybody reads it; needs neither database nor browser. */
await main(async () => {
  requireNode();
  const { ensureInstalled } = await import("./install.mjs");
  await ensureInstalled();
  const { generate } = await import("./generate.mjs");
  const { run } = await import("./processes.mjs");
  const { quickSteps, routeTypes, Tally, unitStep } = await import("./steps.mjs");
  await generate();
  await run(routeTypes, { name: "next typegen", quiet: true });
  const tally = new Tally();
  for (const [name, command] of [...quickSteps, unitStep]) await tally.command(name, command);
  tally.close();
});
