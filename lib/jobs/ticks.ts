import { sendDeliveries } from "@/lib/channels/send-deliveries";
import { callDuty } from "@/lib/duty/call-duty";
import { freeDeadLocks } from "./dead-workers";
import { climb } from "@/lib/ladder/tick";
import { spreadNotices } from "@/lib/notices/spread";
import type { Tick } from "./tick";

export type { Tick } from "./tick";

const second = 1_000;

/** What every worker does again and again, for what cannot wait for the next minute; the rest is in task-list.ts. */
export const ticks: readonly Tick[] = [
  { name: "spread-notices", everyMs: second, wakeOn: "outbox", run: spreadNotices },
  { name: "fire-steps", everyMs: 5 * second, run: climb },
  { name: "call-duty", everyMs: 5 * second, run: () => callDuty() },
  { name: "send-deliveries", everyMs: second, run: () => sendDeliveries() },
  { name: "free-dead-locks", everyMs: 20 * second, run: freeDeadLocks },
];
