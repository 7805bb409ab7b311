import { migrate } from "./migrate.mjs";
import { isSeeded, seed } from "./seeding.mjs";

/** Brings the database up to date and loads reference data and the demo story, once. */
export async function prepareDemo(env) {
  await migrate(env);
  // The seed writes all or nothing and finds its own rows again, so an interrupted one is simply run again.
  if (!(await isSeeded(env, "demo"))) await seed(env, ["demo"]);
}
