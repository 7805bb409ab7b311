import { migrate } from "./migrate.mjs";
import { empty, seed, seedState } from "./seeding.mjs";

/** Brings the database up to date and loads reference data and the demo story, once. */
export async function prepareDemo(env, isOwnCluster) {
  await migrate(env);
  const state = await seedState(env, "demo");
  if (state === "finished") return;
  // Half a story is of no use to anybody; in a database of our own we may begin again.
  if (state === "interrupted" && isOwnCluster) {
    await empty(env);
    await migrate(env, { isQuiet: true });
  }
  await seed(env, ["demo"]);
}
