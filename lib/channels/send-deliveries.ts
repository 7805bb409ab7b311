import { setTimeout as pause } from "node:timers/promises";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { type Claimed, claimDeliveries, leaseSeconds } from "./claim";
import { type Carry, carry } from "./carry";
import { Gone } from "./gone";
import { keepLeases } from "./lease";
import { codeOfError, type Result } from "./result";
import { settle } from "./settle";
import { trialTopic } from "./topics";

/** Lines on their way at once in one process. */
const mostAtOnce = 64;
/** So long one run goes on taking; then it waits for what is on its way (ten seconds at most) and ends. In milliseconds. */
const takesForMs = 5_000;

const lookAgainMs = 20;

export type SendOptions = {
  /** The clock of a test; without it the database's. UTC. */
  now?: Date;
  carry?: Carry;
  /** How long a line stays with a sender that does not come back, in seconds. */
  lease?: number;
};

/**
 * Sends what is due. May run in any number of processes: each takes its own lines, and those of one that was killed come back when their
 * lease has passed. At least once; a receiver tells repetitions by the event's id. Returns how many tries were made.
 */
export async function sendDeliveries({
  now,
  carry: carried = carry(env()),
  lease = leaseSeconds,
}: SendOptions = {}): Promise<number> {
  const onTheWay = new Map<Promise<void>, Claimed>();
  const release = keepLeases({ lease, now: now ?? null, onTheWay: () => onTheWay.values() });
  try {
    return await sendAll(onTheWay, { now, carry: carried, lease });
  } finally {
    // When no more can be taken (the database is away), what is on its way still keeps its lease to its end.
    await Promise.allSettled(onTheWay.keys());
    release();
  }
}

async function sendAll(
  onTheWay: Map<Promise<void>, Claimed>,
  { now, carry: carried, lease }: SendOptions & Required<Pick<SendOptions, "carry" | "lease">>,
): Promise<number> {
  const began = Date.now();
  let tries = 0;
  let hasLookedAgain = false;
  for (;;) {
    const mayTake = Date.now() - began < takesForMs && onTheWay.size < mostAtOnce;
    const taken = mayTake ? await claimDeliveries(mostAtOnce - onTheWay.size, now ?? null, lease) : [];
    tries += taken.length;
    for (const one of taken) {
      const going: Promise<void> = send(one, carried, now).finally(() => onTheWay.delete(going));
      onTheWay.set(going, one);
    }
    if (taken.length > 0) {
      hasLookedAgain = false;
      continue;
    }
    if (onTheWay.size === 0) {
      // Two who pick the same lines at once: one gets them, the other none, though more may wait behind them.
      if (hasLookedAgain || !mayTake) return tries;
      hasLookedAgain = true;
      await pause(lookAgainMs);
      continue;
    }
    // A slow receiver holds nobody up: what came meanwhile for others is taken while its answer is awaited.
    await Promise.race([...onTheWay.keys(), pause(250)]);
  }
}

async function send(one: Claimed, carried: Carry, now: Date | undefined): Promise<void> {
  const began = performance.now();
  const end = (outcome: Result["outcome"], code: string): Result => ({
    outcome,
    code,
    ms: Math.round(performance.now() - began),
  });
  const result = await carried(one).then(
    () => end("sent", "ok"),
    (error: unknown) => {
      if (error instanceof Gone) return end("gone", error.code);
      const code = codeOfError(error);
      if (code === "unexpected")
        log.error(
          { deliveryId: one.id, channel: one.channel, name: (error as Error)?.name },
          "a delivery failed",
        );
      // Whoever tries his address looks at the answer and tries again himself.
      return end(one.topic === trialTopic ? "gone" : "failed", code);
    },
  );
  // When its end cannot be written, the line comes back with its lease and goes out again.
  await settle(one, result, now).catch((error: unknown) =>
    log.error({ deliveryId: one.id, name: (error as Error)?.name }, "a delivery's end was not written"),
  );
}
