import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { objectToRequest } from "@/lib/requests/notified/commands";
import { makePerson } from "@/prisma/factories/people";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";

afterAll(closeDatabase);

/** Left in the outbox by a person's own role, past every command. */
const leave = (actor: Actor, topic: string, requestId: string | null, urgent: boolean) =>
  asActor(actor, (tx) =>
    statement(tx, "insert into outbox (topic, org_ids, request_id, urgent) values ($1, '{}', $2, $3)", [
      topic,
      requestId,
      urgent,
    ]),
  );

describe("an urgent word", () => {
  it("is of an urgent request, or of what is always urgent; whoever says otherwise is refused", async () => {
    const scene = await setScene({ provinceCode: "H1" });
    const { requestId } = await makeAcknowledged(scene, "ACCOUNT_FREEZE");
    const become = (urgency: "normal" | "urgent") =>
      asSystem(
        (tx) =>
          tx.$executeRaw`update request set urgency = ${urgency}::urgency where id = ${requestId}::uuid`,
      );
    const sides = [scene.investigator, scene.liaison];
    await become("normal");
    for (const side of sides) {
      await expect(leave(side, "request.answering", requestId, true)).rejects.toThrow(/row-level security/);
      await expect(leave(side, "request.answering", null, true)).rejects.toThrow(/row-level security/);
      await leave(side, "request.answering", requestId, false);
    }
    const prosecutor = await makePerson("prosecutor", scene.procuracy);
    await objectToRequest(prosecutor, {
      key: randomUUID(),
      requestId,
      reason: "Lệnh chưa nêu căn cứ khởi tố.",
    });
    await become("urgent");
    for (const side of sides) await leave(side, "request.answering", requestId, true);
  });
});
