import { writeFileSync } from "node:fs";
import { closeDatabase } from "@/lib/db";
import { killSenders } from "./kill-senders";

/**
 * `npm run bench:outbox`: 20 × kill −9 of three senders while the receiver is away for 30 seconds. Ends with 1 when anything was lost or
 * came out of its order.
 */
const outcome = await killSenders({
  requests: 60,
  wordsEach: 10,
  senders: 3,
  kills: 20,
  downMs: 30_000,
  patienceMs: 240_000,
});
await closeDatabase();
writeFileSync("bench/results/outbox.json", `${JSON.stringify(outcome, null, 2)}\n`);
process.stdout.write(`${JSON.stringify(outcome)}\n`);
process.exitCode = outcome.lost === 0 && outcome.outOfOrder === 0 && outcome.kills === 20 ? 0 : 1;
