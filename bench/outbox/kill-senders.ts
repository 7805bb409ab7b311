import { type ChildProcess, spawn } from "node:child_process";
import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { asSystem, statement } from "@/lib/db";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { makeEndpoint, startReceiver } from "@/prisma/factories/webhooks";

export type Trial = {
  requests: number;
  wordsEach: number;
  senders: number;
  /** How many of them are killed with SIGKILL, one after the other; each is started anew. */
  kills: number;
  /** How long the receiver is away, in milliseconds. */
  downMs: number;
  /** Do not wait for the back-off after the receiver is back: send again at once, as an administrator does. */
  hurry?: boolean;
  patienceMs: number;
};
export type Outcome = {
  planned: number;
  lost: number;
  /** Words that arrived more than once: their receiver tells them by the event's id. */
  repeated: number;
  outOfOrder: number;
  kills: number;
  seconds: number;
};

/**
 * Kills senders while they send and the receiver goes away and comes back, then compares what was planned with what arrived: nothing
 * lost, one effect for each event's id, and the first arrivals of each request in the order of its acts.
 */
export async function killSenders(trial: Trial): Promise<Outcome> {
  const began = Date.now();
  let receiver = await startReceiver();
  const port = Number(new URL(receiver.url).port);
  const heard: string[] = [];
  const keeper = await makePerson("liaison_manager", await makeOrganisation("bank"));
  const endpoint = await makeEndpoint(keeper, receiver.url);
  const keys = Array.from({ length: trial.requests }, () => randomUUID());
  const events = new Map<string, { key: string; place: number }>();

  /** The `place`-th act of every request. */
  const plan = (place: number) =>
    asSystem(async (tx) => {
      for (const key of keys) {
        const eventId = randomUUID();
        events.set(eventId, { key, place });
        await statement(
          tx,
          `insert into delivery (event_id, org_id, channel, endpoint_id, topic, order_key) values ($1, $2, 'webhook', $3, 'request.signed', $4)`,
          [eventId, keeper.orgId, endpoint.id, key],
        );
      }
    });

  const children: ChildProcess[] = Array.from({ length: trial.senders }, startSender);
  const stopReceiver = async () => {
    await receiver.stop();
    heard.push(...receiver.heard.map(({ eventId }) => eventId));
  };
  try {
    let planned = 0;
    let isDown = false;
    let kills = 0;
    for (; kills < trial.kills; kills++) {
      if (planned < trial.wordsEach && kills >= Math.floor((planned * trial.kills) / trial.wordsEach))
        await plan(planned++);
      // Senders take half a second to start; some are killed then, most while they send.
      await pause(randomInt(200, 1_200));
      const at = kills % trial.senders;
      children[at]!.kill("SIGKILL");
      children[at] = startSender();
      if (kills === Math.floor(trial.kills / 2) && !isDown) {
        isDown = true;
        await stopReceiver();
        await pause(trial.downMs);
        receiver = await startReceiver(port);
        if (trial.hurry) await sendAgain(endpoint.id);
      }
    }
    while (planned < trial.wordsEach) await plan(planned++);
    const until = Date.now() + trial.patienceMs;
    while ((await unsent(endpoint.id)) > 0 && Date.now() < until) {
      if (trial.hurry) await sendAgain(endpoint.id);
      await pause(250);
    }
    await stopReceiver();
    return { ...compared(events, heard), kills, seconds: Math.round((Date.now() - began) / 1_000) };
  } finally {
    for (const child of children) child.kill("SIGKILL");
  }
}

/** Node itself with its loader: the signal reaches the sender, not a process above it. */
function startSender(): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "bench/outbox/sender.ts", "2"], {
    stdio: "ignore",
    env: { ...process.env, WEBHOOK_ALLOW_PRIVATE: "1", LOG_LEVEL: "silent" },
  });
}

const unsent = (endpointId: string) =>
  asSystem((tx) => tx.delivery.count({ where: { endpointId, state: { not: "sent" } } }));
const sendAgain = (endpointId: string) =>
  asSystem((tx) =>
    statement(
      tx,
      "update delivery set next_at = clock_timestamp() where endpoint_id = $1 and state = 'waiting'",
      [endpointId],
    ),
  );

function compared(events: Map<string, { key: string; place: number }>, heard: readonly string[]) {
  const first = [...new Set(heard)];
  const reached = new Map<string, number>();
  let outOfOrder = 0;
  for (const eventId of first) {
    const { key, place } = events.get(eventId)!;
    if (place !== (reached.get(key) ?? -1) + 1) outOfOrder++;
    reached.set(key, place);
  }
  return {
    planned: events.size,
    lost: events.size - first.length,
    repeated: heard.length - first.length,
    outOfOrder,
  };
}
