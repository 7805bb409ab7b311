import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, closeDatabase, statement, type Tx } from "@/lib/db";
import { lifecycle, requestEvents } from "@/lib/requests/lifecycle";
import { sendMessage } from "@/lib/requests/thread/commands";
import { makeAcknowledged, type Scene, setScene } from "@/prisma/factories/scene";
import { noticeRules } from "./rules";

afterAll(closeDatabase);
let scene: Scene;
let requestId: string;
beforeAll(async () => {
  scene = await setScene();
  ({ requestId } = await makeAcknowledged(scene));
});

const tell = (tx: Tx, topic: string) =>
  statement(tx, "insert into outbox (topic, org_ids, request_id) values ($1, '{}', $2)", [topic, requestId]);
/** What stands in the talk, written by the role itself. */
const say = (tx: Tx, by: Actor) =>
  statement(
    tx,
    "insert into thread_message (request_id, org_id, membership_id, author_id, internal, body) values ($1, $2, $3, $4, false, 'x')",
    [requestId, by.orgId, by.membershipId, by.userId],
  );

describe("a word that people are told", () => {
  it("is refused to whoever says it and has not done it, whichever it is", async () => {
    for (const topic of Object.keys(noticeRules))
      for (const who of [scene.liaison, scene.manager, scene.investigator, scene.commander])
        expect([topic, await asActor(who, (tx) => tell(tx, topic)).catch(String)]).toEqual([
          topic,
          expect.stringMatching(/row-level security|told with the signature/),
        ]);
  });

  it("of a doubt is its own row's to say, with or without an order", async () => {
    for (const topic of ["suspicion.raised", "suspicion.decided", "request.sender_doubted"])
      await expect(
        asActor(scene.liaison, (tx) =>
          statement(tx, "insert into outbox (topic, org_ids) values ($1, array[$2::uuid])", [
            topic,
            scene.bank.id,
          ]),
        ),
      ).rejects.toThrow(/row-level security/);
  });

  it("is told with the act, by who did it, in the transaction that did it, and not again", async () => {
    await asActor(scene.liaison, async (tx) => {
      await say(tx, scene.liaison);
      await tell(tx, "request.message_sent");
    });
    await expect(asActor(scene.liaison, (tx) => tell(tx, "request.message_sent"))).rejects.toThrow();
    // Said across is not noted inside, and no other act.
    for (const topic of ["request.noted", "request.reminded", "request.answered"])
      await expect(
        asActor(scene.liaison, async (tx) => {
          await say(tx, scene.liaison);
          await tell(tx, topic);
        }),
      ).rejects.toThrow(/row-level security/);
    const message = { key: randomUUID(), requestId, internal: false, body: "Đã nhận.", mentions: [] };
    await sendMessage(scene.investigator, { ...message, fileIds: [] });
  });

  it("of an arrow is told where that arrow leads, as the lifecycle has it", async () => {
    const leads = new Map<string, Set<string>>();
    for (const steps of Object.values(lifecycle))
      for (const event of requestEvents) {
        const step = steps[event];
        if (!step || event === "expire") continue; // the clock's own
        leads.set(step.emits, new Set([...(leads.get(step.emits) ?? []), ...step.to]));
      }
    for (const [topic, to] of leads) {
      const { rows } = await asSystem((tx) =>
        statement<{ to: string[] }>(tx, "select app.arrow_leads($1)::text[] as to", [topic]),
      );
      expect([topic, [...(rows[0]?.to ?? [])].sort()]).toEqual([topic, [...to].sort()]);
    }
  });
});
