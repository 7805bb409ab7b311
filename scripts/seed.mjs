import "./enough-node.mjs";
import { resolveEnvironment } from "./environment.mjs";
import { generate } from "./generate.mjs";
import { main } from "./messages.mjs";
import { migrate } from "./migrate.mjs";
import { seed } from "./seeding.mjs";

/** `npm run seed -- reference | demo | --requests N`: reference data, the demo's story, or the same shape at scale. */
await main(async () => {
  const args = process.argv.slice(2);
  const isScale = args.some((arg) => arg.startsWith("--requests"));
  const what = isScale
    ? ["scale", ...args.filter((arg) => arg !== "scale")]
    : args.length > 0
      ? args
      : ["demo"];
  await generate();
  const { env } = await resolveEnvironment({ isDemo: what[0] !== "reference" });
  await migrate(env, { isQuiet: true });
  await seed(env, what);
});
