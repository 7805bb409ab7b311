import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { startSession } from "@/lib/access/sessions";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { getReceivedRequest } from "@/lib/requests/desk/queries";
import { connectPastTriggers } from "@/prisma/factories/database-roles";
import { makePerson } from "@/prisma/factories/people";
import { issue, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { write } from "@/prisma/factories/sides";
import { rowOf } from "@/prisma/factories/stored";
import { reviewRequest, suspectRequest } from "./commands";
import { holdsSenderToo } from "./raise";

afterAll(closeDatabase);
const key = () => randomUUID();
const suspect = { reason: "other" as const };
const send = async (scene: Scene) => issue(scene, await makeDraft(scene));
const doubt = async (actor: Actor, requestId: string) =>
  suspectRequest(actor, { key: key(), requestId, version: (await rowOf(requestId)).version, ...suspect });
const latest = (requestId: string) =>
  asSystem((tx) => tx.suspicion.findFirstOrThrow({ where: { requestId }, orderBy: { raisedAt: "desc" } }));
/** As if it had been accepted and sent so many days ago: written past every trigger, as its owner. */
async function age(requestId: string, days: number): Promise<void> {
  const owner = await connectPastTriggers();
  await owner.query("update deadline set state = 'met', ended_at = now() where request_id = $1", [requestId]);
  await owner.query(
    "update request set status = 'ACCEPTED', sent_at = sent_at - make_interval(days => $2) where id = $1",
    [requestId, days],
  );
  await owner.end();
}
async function signIn(...people: Actor[]) {
  for (const { userId, membershipId } of people)
    await asSystem((tx) =>
      startSession(tx, { userId, membershipId, secondFactorAt: new Date(), device: null, addressHint: null }),
    );
}
const signedIn = (person: Actor) =>
  asSystem((tx) => tx.session.count({ where: { userId: person.userId, endedAt: null } }));

describe("a doubt", () => {
  it("about an order that is over and old holds the order alone: nobody's session ends and nobody is barred", async () => {
    const scene = await setScene();
    const old = await send(scene);
    await age(old.requestId, 8);
    await signIn(scene.commander, scene.investigator);
    expect(await asActor(scene.liaison, (tx) => holdsSenderToo(tx, old.requestId))).toBe(false);
    await doubt(scene.liaison, old.requestId);
    expect(await latest(old.requestId)).toMatchObject({ holdsSender: false });
    expect((await rowOf(old.requestId)).suspectedAt).not.toBeNull();
    expect(await signedIn(scene.commander)).toBe(1);
    await send(scene); // both work on
    const young = await send(await anotherOf(scene));
    await age(young.requestId, 6);
    expect(await asActor(scene.manager, (tx) => holdsSenderToo(tx, young.requestId))).toBe(true);
  });

  it("after one of this desk was found to be none holds this order alone, whoever of the desk presses", async () => {
    const scene = await setScene();
    const { requestId } = await send(scene);
    expect((await getReceivedRequest(scene.liaison, requestId))!.doubtHoldsSender).toBe(true);
    const { version } = await doubt(scene.liaison, requestId);
    expect(await latest(requestId)).toMatchObject({ holdsSender: true });
    const supervisor = await makePerson("commander", scene.police);
    const found = { decision: "genuine" as const, reason: "Đã gọi lại, đúng là của đơn vị." };
    await reviewRequest(supervisor, { key: key(), requestId, version, ...found });
    await signIn(scene.commander);
    expect((await getReceivedRequest(scene.manager, requestId))!.doubtHoldsSender).toBe(false);
    await doubt(scene.manager, requestId);
    expect(await latest(requestId)).toMatchObject({ holdsSender: false });
    expect(await signedIn(scene.commander)).toBe(1);
  });

  it("is the third of one membership in a day at most, and of a second sender the manager's", async () => {
    const scene = await setScene();
    const other = await send(await anotherOf(scene));
    const own = [await send(scene), await send(scene), await send(scene), await send(scene)];
    await doubt(scene.liaison, own[0]!.requestId);
    await expect(doubt(scene.liaison, other.requestId)).rejects.toMatchObject({
      details: { fields: { reason: "suspicion.needsManager" } },
    });
    await doubt(scene.manager, other.requestId);
    await doubt(scene.manager, own[1]!.requestId);
    for (const each of own.slice(2, 3)) await doubt(scene.liaison, each.requestId);
    // Several at once are counted one after the other.
    const more = [await send(await anotherOf(scene)), await send(await anotherOf(scene))];
    const pressed = await Promise.allSettled(
      [own[3]!, ...more].map(({ requestId }) => doubt(scene.manager, requestId)),
    );
    expect(pressed.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(pressed.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { details: { fields: { reason: "suspicion.tooMany" } } },
    });
  });

  it("that fails ends nobody's session; the database counts and decides by itself", async () => {
    const scene = await setScene();
    const { requestId, version } = await send(scene);
    await signIn(scene.commander, scene.investigator);
    // The act is refused after the doubt was written: all of it is undone.
    await expect(
      asActor(scene.liaison, async (tx) => {
        await statement(tx, insert(requestId, true), [scene.liaison.membershipId]);
        throw new Error("failed later");
      }),
    ).rejects.toThrow("failed later");
    expect(await signedIn(scene.commander)).toBe(1);
    await expect(
      suspectRequest(scene.liaison, { key: key(), requestId, version: version + 7, ...suspect }),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
    expect(await signedIn(scene.investigator)).toBe(1);

    const old = await send(scene);
    await age(old.requestId, 8);
    await expect(
      write(scene.liaison, insert(old.requestId, true).replace("$1::uuid", "app.membership_id()")),
    ).rejects.toThrow(/follows from its order/);
    await doubt(scene.liaison, requestId);
    expect(await signedIn(scene.commander)).toBe(0);
    const foreign = await send(await anotherOf(scene));
    await expect(
      write(scene.liaison, insert(foreign.requestId, true).replace("$1::uuid", "app.membership_id()")),
    ).rejects.toThrow(/doubted enough: needs_manager/);
  });
});

/** Another investigator and another commander of the same unit, who send to the same bank. */
async function anotherOf(scene: Scene): Promise<Scene> {
  const investigator = await makePerson("investigator", scene.police);
  await asSystem((tx) =>
    tx.caseMember.createMany({
      data: [{ caseId: scene.caseId, membershipId: investigator.membershipId }],
    }),
  );
  return { ...scene, investigator, commander: await makePerson("commander", scene.police) };
}
const insert = (requestId: string, holdsSender: boolean) =>
  `insert into suspicion (request_id, request_code, reason, requester_org_id, addressee_org_id, province_code, signer_id, drafter_id, holds_sender, raised_by_id, raised_at)
    select id, code, 'other', requester_org_id, addressee_org_id, province_code, signer_id, drafter_id, ${holdsSender}, $1::uuid, date_trunc('milliseconds', clock_timestamp())
    from request where id = '${requestId}'`;
