import "./enough-node.mjs";
import { resolveEnvironment } from "./environment.mjs";
import { generate } from "./generate.mjs";
import { main, Refusal } from "./messages.mjs";
import { migrate } from "./migrate.mjs";
import { empty, seed } from "./seeding.mjs";

/** `npm run db:reset`: deletes everything, migrates, loads the demo again. */
await main(async () => {
  if (process.env.DATABASE_URL && !process.argv.includes("--yes-delete-everything")) {
    throw new Refusal("resetRefused");
  }
  await generate();
  const { env } = await resolveEnvironment({ isDemo: true });
  await empty(env);
  await migrate(env);
  await seed(env, ["demo"]);
});
