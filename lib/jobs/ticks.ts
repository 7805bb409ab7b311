import { sendDeliveries } from "@/lib/channels/send-deliveries";
import { keepDuty } from "@/lib/duty/tick";
import { carryOutOrders } from "./carry-out-orders";
import { discardAside } from "./discard-aside";
import { freeDeadLocks } from "./dead-workers";
import { tellOfFailed } from "./tell-of-failed";
import { climb } from "@/lib/ladder/tick";
import { spreadNotices } from "@/lib/notices/spread";
import { wakeSnoozed } from "@/lib/notices/wake";
import type { Tick } from "./tick";

export type { Tick } from "./tick";

const second = 1_000;

/** What every worker does again and again, for what cannot wait for the next minute; the rest is in task-list.ts. */
export const ticks: readonly Tick[] = [
  { name: "spread-notices", everyMs: second, wakeOn: "outbox", run: spreadNotices },
  { name: "wake-snoozed", everyMs: 10 * second, run: wakeSnoozed },
  { name: "fire-steps", everyMs: 5 * second, run: climb },
  { name: "call-duty", everyMs: 5 * second, run: keepDuty },
  { name: "send-deliveries", everyMs: second, run: () => sendDeliveries() },
  {
    name: "carry-out-orders",
    everyMs: 3 * second,
    run: async () => (await carryOutOrders()) + (await discardAside()),
  },
  { name: "tell-failed-jobs", everyMs: 20 * second, run: tellOfFailed },
  { name: "free-dead-locks", everyMs: 20 * second, run: freeDeadLocks },
];
