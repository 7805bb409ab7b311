import { setTimeout as pause } from "node:timers/promises";
import { sendDeliveries } from "@/lib/channels/send-deliveries";

/** A sender as the worker runs it, until it is killed. `tsx bench/outbox/sender.ts <seconds of lease>` */
const lease = Number(process.argv[2] ?? 2);
for (;;) {
  await sendDeliveries({ lease });
  await pause(50);
}
