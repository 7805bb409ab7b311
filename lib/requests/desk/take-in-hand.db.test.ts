import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asSystem, closeDatabase } from "@/lib/db";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { acknowledgeRequest, askClarification, startRequest } from "@/lib/requests/commands";
import { answerItem } from "./answers";

afterAll(closeDatabase);

type Sent = { requestId: string; version: number };
const reason = "Số này thuộc khoảng thời gian nào?";
const acts: Record<string, (desk: Actor, sent: Sent) => Promise<unknown>> = {
  acknowledges: (desk, sent) => acknowledgeRequest(desk, { key: randomUUID(), ...sent }),
  starts: (desk, sent) => startRequest(desk, { key: randomUUID(), ...sent }),
  "asks back": (desk, sent) => askClarification(desk, { key: randomUUID(), ...sent, reason }),
  "answers the first item": async (desk, { requestId }) => {
    const item = await asSystem((tx) => tx.requestItem.findFirstOrThrow({ where: { requestId } }));
    const answer = { outcome: "HELD", amount: "1000000" };
    await answerItem(desk, {
      key: randomUUID(),
      requestId,
      itemId: item.id,
      itemVersion: item.version,
      answer,
    });
  },
};

describe.each(Object.keys(acts))("a desk that first %s", (act) => {
  it.each([
    ["in time", 60_000, "met"],
    ["too late", -60_000, "missed"],
  ] as const)("%s ends the clock of the acknowledgement", async (_when, msLeft, state) => {
    const scene = await setScene();
    const { requestId, version } = await issue(scene, await makeDraft(scene));
    const where = { requestId, subject: "ACKNOWLEDGE" } as const;
    await asSystem((tx) => tx.deadline.updateMany({ where, data: { dueAt: new Date(Date.now() + msLeft) } }));
    await acts[act]!(scene.liaison, { requestId, version });
    const [clock, request] = await asSystem((tx) =>
      Promise.all([
        tx.deadline.findFirstOrThrow({ where }),
        tx.request.findUniqueOrThrow({ where: { id: requestId } }),
      ]),
    );
    expect(clock).toMatchObject({ state, endedAt: request.acknowledgedAt });
    expect(request).toMatchObject({
      firstActionAt: request.acknowledgedAt,
      assigneeId: scene.liaison.membershipId,
    });
  });
});
