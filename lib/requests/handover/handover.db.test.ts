import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { restrictCase } from "@/lib/cases/commands";
import { asSystem, closeDatabase } from "@/lib/db";
import { acceptAnswer } from "@/lib/requests/commands";
import { listToAccept } from "@/lib/requests/police/waiting";
import { getThread } from "@/lib/requests/thread/queries";
import { makePerson } from "@/prisma/factories/people";
import { issue, makeAcknowledged, makeDraft, setScene } from "@/prisma/factories/scene";
import { setOrders, writesNothing } from "@/prisma/factories/sides";
import { rowOf } from "@/prisma/factories/stored";
import { handOver, readHandover } from "./commands";
import { getHandoverOffer, listHandovers } from "./queries";

afterAll(closeDatabase);
const key = () => randomUUID();
const note = "Ca đêm còn hai việc khẩn.";

describe("handing over", () => {
  it("gives a desk's requests to a colleague with a word that the police never see, until he has read it", async () => {
    const scene = await setScene();
    const mine = [await makeAcknowledged(scene), await makeAcknowledged(scene)];
    const others = await issue(scene, await makeDraft(scene));
    expect(await getHandoverOffer(scene.liaison)).toMatchObject({ held: 2 });
    const to = scene.colleague.membershipId;
    const input = { key: key(), toMembershipId: to, note };
    const done = await handOver(scene.liaison, input);
    expect(done).toMatchObject({ done: 2, skipped: 0, left: 0 });
    expect(await handOver(scene.liaison, input)).toEqual(done);
    for (const { requestId } of mine) expect((await rowOf(requestId)).assigneeId).toBe(to);
    expect((await rowOf(others.requestId)).assigneeId).toBeNull();
    expect(await listHandovers(scene.colleague)).toMatchObject([
      { from: scene.liaison.name, note, count: 2 },
    ]);
    expect((await getThread(scene.manager, mine[0]!.requestId))!.lines).toMatchObject([
      { kind: "handover", internal: true, body: note },
    ]);
    expect((await getThread(scene.commander, mine[0]!.requestId))!.lines).toEqual([]);
    await expect(readHandover(scene.manager, { handoverId: done.handoverId! })).rejects.toMatchObject({
      code: "not-found",
    });
    await readHandover(scene.colleague, { handoverId: done.handoverId! });
    expect(await listHandovers(scene.colleague)).toEqual([]);
  });

  it("gives back to nobody, and says how many of those named were not his any more", async () => {
    const scene = await setScene();
    const [one, two] = [await makeAcknowledged(scene), await makeAcknowledged(scene)];
    const requestIds = [one.requestId, two.requestId];
    await handOver(scene.liaison, {
      key: key(),
      requestIds: [two.requestId],
      toMembershipId: scene.manager.membershipId,
      note,
    });
    expect(
      await handOver(scene.liaison, { key: key(), requestIds, toMembershipId: null, note }),
    ).toMatchObject({ done: 1, skipped: 1 });
    expect((await rowOf(one.requestId)).assigneeId).toBeNull();
    const nothing = { key: key(), requestIds, toMembershipId: null, note };
    await expect(handOver(scene.liaison, nothing)).rejects.toMatchObject({ code: "not-now" });
    const abroad = { key: key(), toMembershipId: scene.commander.membershipId, note };
    await expect(handOver(scene.manager, abroad)).rejects.toMatchObject({ code: "invalid" });
  });

  it("gives a unit's requests to a colleague, who may then work on them; of a restricted case to its members alone", async () => {
    const { scene, answered } = await setOrders();
    const next = await makePerson("investigator", scene.police);
    const { version } = await rowOf(answered);
    const accept = { key: key(), requestId: answered, version };
    await expect(acceptAnswer(next, accept)).rejects.toMatchObject({ code: "not-allowed" });
    expect(await getHandoverOffer(scene.investigator)).toMatchObject({ held: 3 });
    const given = { key: key(), toMembershipId: next.membershipId, note };
    expect(await handOver(scene.investigator, given)).toMatchObject({ done: 3 });
    expect(await getHandoverOffer(scene.investigator)).toMatchObject({ held: 0 });
    expect(await getHandoverOffer(next)).toMatchObject({ held: 3 });
    expect((await listToAccept(next)).rows.map(({ id }) => id)).toContain(answered);
    expect((await getThread(scene.liaison, answered))!.lines.map(({ kind }) => kind)).not.toContain(
      "handover",
    );
    await acceptAnswer(next, { ...accept, key: key() });

    const found = await asSystem((tx) => tx.case.findUniqueOrThrow({ where: { id: scene.caseId } }));
    await asSystem((tx) =>
      tx.caseMember.createMany({
        data: [scene.commander, next].map(({ membershipId }) => ({ caseId: scene.caseId, membershipId })),
        skipDuplicates: true,
      }),
    );
    await restrictCase(scene.commander, {
      key: key(),
      caseId: scene.caseId,
      version: found.version,
      restricted: true,
      reason: "Liên quan cán bộ.",
    });
    const outsider = await makePerson("investigator", scene.police);
    const sealed = { key: key(), toMembershipId: outsider.membershipId, note };
    await expect(handOver(next, sealed)).rejects.toMatchObject({ code: "not-now" });
  });

  it("is nobody's but the holder's, also past the portal, and of two at once one finds nothing left", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const analyst = await makePerson("analyst", scene.police);
    await expect(handOver(analyst, { key: key(), toMembershipId: null, note })).rejects.toMatchObject({
      code: "not-allowed",
    });
    const insert =
      "insert into handover (org_id, from_membership_id, to_membership_id, note, request_count) values ($1, $2, $3, 'x', 1)";
    await writesNothing(scene.liaison, insert, [scene.bank.id, scene.manager.membershipId, null]);
    await writesNothing(scene.liaison, insert, [
      scene.bank.id,
      scene.liaison.membershipId,
      scene.commander.membershipId,
    ]);
    await writesNothing(
      scene.liaison,
      "insert into request_officer (request_id, membership_id) values ($1, $2)",
      [requestId, scene.liaison.membershipId],
    );
    const to = (actor: typeof scene.liaison) =>
      handOver(scene.liaison, { key: key(), toMembershipId: actor.membershipId, note }).then(
        () => "done",
        (error: { code: string }) => error.code,
      );
    expect((await Promise.all([to(scene.manager), to(scene.colleague)])).sort()).toEqual(["done", "not-now"]);
  });
});
