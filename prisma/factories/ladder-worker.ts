import { closeDatabase, databaseNow } from "@/lib/db";
import { fireSteps } from "@/lib/ladder/fire-steps";

/**
 * A worker that does nothing but climb, for tests that kill it: says "up", then fires again and again with a clock that jumps by the
 * minutes in LADDER_JUMPS, each in turn. Ends when it is told to, or killed.
 */
const jumps = (process.env.LADDER_JUMPS ?? "0").split(",").map((minutes) => Number(minutes) * 60_000);
let isOver = false;
process.on("message", () => (isOver = true));
process.send?.("up");
for (let round = 0; !isOver; round += 1) {
  const jump = jumps[round % jumps.length] ?? 0;
  const told = await fireSteps(async (tx) => new Date((await databaseNow(tx)).getTime() + jump));
  if (told === 0) await new Promise((resolve) => setTimeout(resolve, 100));
}
await closeDatabase();
process.disconnect?.();
