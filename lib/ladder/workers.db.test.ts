import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asSystem, closeDatabase, statement } from "@/lib/db";
import { fireSteps } from "./fire-steps";
import { spreadNotices } from "@/lib/notices/spread";
import { setBack, wordsOf } from "@/prisma/factories/ladder";
import { makePerson } from "@/prisma/factories/people";
import { issue, makeAcknowledged, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { workersOf } from "@/lib/requests/workers";

afterAll(closeDatabase);
const hour = 3_600_000;
const ids = (...people: Actor[]) => people.map(({ membershipId }) => membershipId).sort();
const onDuty = ({ bank }: Scene, { membershipId }: Actor) =>
  asSystem((tx) =>
    tx.dutyShift.create({
      data: {
        orgId: bank.id,
        membershipId,
        rank: 1,
        fromAt: new Date(Date.now() - hour),
        toAt: new Date(Date.now() + hour),
      },
    }),
  );
const leaves = ({ membershipId }: Actor) =>
  asSystem((tx) =>
    tx.membership.update({ where: { id: membershipId }, data: { validTo: new Date(Date.now() - 1_000) } }),
  );
/** What a command would leave in the outbox, said by nobody. */
async function hearing(topic: string, requestId: string): Promise<string[]> {
  const { rows } = await asSystem((tx) =>
    statement<{ id: string }>(
      tx,
      "insert into outbox (topic, org_ids, request_id) values ($1, '{}', $2) returning id",
      [topic, requestId],
    ),
  );
  await spreadNotices();
  const told = await asSystem((tx) => tx.notification.findMany({ where: { eventId: rows[0]!.id } }));
  return told.map(({ membershipId }) => membershipId).sort();
}
async function breached(requestId: string): Promise<string[]> {
  await setBack(requestId, { begun: 60, ends: -1 });
  await fireSteps();
  return (await wordsOf(requestId, "deadline.breached")).sort();
}

describe("who works on a request is one answer for notices and for the ladder", () => {
  it("of urgent work that nobody has, who is on duty", async () => {
    const scene = await setScene({ provinceCode: "W1" });
    await onDuty(scene, scene.colleague);
    const { requestId } = await issue(scene, await makeDraft(scene, "ACCOUNT_FREEZE"));
    expect(await hearing("request.clarified", requestId)).toEqual(ids(scene.colleague));
    expect(await breached(requestId)).toEqual(ids(scene.colleague, scene.investigator));
  });

  it("where whoever asked has left, the unit's commanders", async () => {
    const scene = await setScene({ provinceCode: "W2" });
    const { requestId } = await makeAcknowledged(scene);
    await leaves(scene.investigator);
    expect(await hearing("request.answered", requestId)).toEqual(ids(scene.commander));
    expect(await breached(requestId)).toEqual(ids(scene.liaison, scene.commander));
  });

  it("where the assignee has left, the desk; who is suspended is nobody", async () => {
    const scene = await setScene({ provinceCode: "W3" });
    const { requestId } = await makeAcknowledged(scene);
    await leaves(scene.liaison);
    await asSystem((tx) =>
      tx.user.update({ where: { id: scene.colleague.userId }, data: { suspendedAt: new Date() } }),
    );
    expect(await hearing("request.clarified", requestId)).toEqual(ids(scene.manager));
    expect(await breached(requestId)).toEqual(ids(scene.manager, scene.investigator));
  });

  it("of a sealed case nobody of its unit but its members", async () => {
    const scene = await setScene({ provinceCode: "W4", restricted: true });
    const outsider = await makePerson("commander", scene.police);
    const { requestId } = await makeDraft(scene);
    const asked = async () => (await asSystem((tx) => workersOf(tx, [requestId])))(requestId).askers.all;
    expect(await asked()).toEqual(ids(scene.investigator));
    await leaves(scene.investigator);
    expect(await asked()).not.toContain(outsider.membershipId);
  });
});
