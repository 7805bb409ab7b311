import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { restrictCase } from "@/lib/cases/commands";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { readiness } from "@/lib/health/readiness";
import { acknowledgeRequest, askClarification, submitRequest } from "@/lib/requests/commands";
import { assignRequest } from "@/lib/requests/desk/commands";
import { sendMessage } from "@/lib/requests/thread/commands";
import { makePerson } from "@/prisma/factories/people";
import { issue, makeAcknowledged, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { asOwner } from "@/prisma/seed/owner";
import type { NoticeKind } from "./kinds";
import { notify } from "./notify";
import { noticeRules } from "./rules";
import { spreadNotices } from "./spread";

afterAll(closeDatabase);

const key = () => randomUUID();
const toldOf = (requestId: string) =>
  asSystem((tx) => tx.notification.findMany({ where: { requestId }, orderBy: { id: "asc" } }));
/** Who was told of this kind about the request, by membership, sorted. */
async function whoHeard(requestId: string, kind: NoticeKind): Promise<string[]> {
  return (await toldOf(requestId))
    .filter((row) => row.kind === kind)
    .map(({ membershipId }) => membershipId)
    .sort();
}
const ids = (...people: Actor[]) => people.map(({ membershipId }) => membershipId).sort();
/** What a command would leave in the outbox, said by nobody: so that everyone who is meant is told. */
async function say(topic: string, requestId: string, urgent = false): Promise<string> {
  const { rows } = await asSystem((tx) =>
    statement<{ id: string }>(
      tx,
      "insert into outbox (topic, org_ids, request_id, urgent) values ($1, '{}', $2, $3) returning id",
      [topic, requestId, urgent],
    ),
  );
  return rows[0]!.id;
}
const heardOf = async (eventId: string) =>
  (await asSystem((tx) => tx.notification.findMany({ where: { eventId } }))).map(
    ({ membershipId }) => membershipId,
  );

describe("who is told of what", () => {
  let scene: Scene;
  let requestId: string;
  let prosecutor: Actor;
  let partner: Actor;
  beforeAll(async () => {
    scene = await setScene({ provinceCode: "N1" });
    prosecutor = await makePerson("prosecutor", scene.procuracy);
    partner = await makePerson("investigator", scene.police);
    await makePerson("investigator", scene.police); // works elsewhere in the unit
    await makePerson("analyst", scene.police);
    ({ requestId } = await issue(scene, await makeDraft(scene, "ACCOUNT_FREEZE")));
    const member = { caseId: scene.caseId, membershipId: partner.membershipId };
    await asActor(scene.commander, (tx) => tx.caseMember.create({ data: member }));
    await spreadNotices();
  }, 120_000);

  it("is one rule for each topic: desk, managers, askers, signers, authors, the procuracy", async () => {
    const { investigator, commander, liaison, colleague, manager } = scene;
    const meant = {
      desk: ids(liaison, colleague, manager), // an urgent request that nobody has taken
      managers: ids(manager),
      askers: ids(investigator, partner),
      signers: ids(commander),
      authors: ids(investigator),
      prosecutors: ids(prosecutor),
      mentioned: [], // a note has an author; it is told of below
    };
    const said = new Map<string, string>();
    for (const topic of Object.keys(noticeRules)) said.set(topic, await say(topic, requestId));
    await spreadNotices();
    for (const [topic, eventId] of said) {
      const expected = [...new Set(noticeRules[topic]!.to.flatMap((audience) => meant[audience]))];
      expect([topic, (await heardOf(eventId)).sort()]).toEqual([topic, expected.sort()]);
    }
  });

  it("means the one who has the request, once somebody has", async () => {
    const found = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
    await assignRequest(scene.manager, {
      key: key(),
      requestId,
      version: found.version,
      membershipId: scene.colleague.membershipId,
    });
    await spreadNotices();
    expect(await whoHeard(requestId, "case.assigned")).toEqual(expect.arrayContaining(ids(scene.colleague)));
    const eventId = await say("request.clarified", requestId);
    await spreadNotices();
    expect(await heardOf(eventId)).toEqual(ids(scene.colleague));
  });

  it("leaves topics that only make screens look again to the screens", async () => {
    const eventId = await say("request.opened", requestId);
    await spreadNotices();
    expect(await heardOf(eventId)).toEqual([]);
    const taken = await asSystem((tx) => tx.outbox.findUniqueOrThrow({ where: { id: eventId } }));
    expect(taken.processedAt).not.toBeNull();
  });
});

describe("an act by a person", () => {
  it("is told to the others and not to himself", async () => {
    const scene = await setScene({ provinceCode: "N2" });
    const draft = await makeDraft(scene);
    await submitRequest(scene.investigator, { key: key(), ...draft });
    await spreadNotices();
    expect(await whoHeard(draft.requestId, "signing.waiting")).toEqual(ids(scene.commander));
    const sent = await issue(scene, await makeDraft(scene, "SUBSCRIBER_INFO"));
    const acknowledged = await acknowledgeRequest(scene.telecomLiaison, {
      key: key(),
      requestId: sent.requestId,
      version: sent.version,
    });
    const asked = { requestId: sent.requestId, version: acknowledged.version };
    await askClarification(scene.telecomLiaison, { key: key(), ...asked, reason: "Thiếu ngày kích hoạt." });
    await spreadNotices();
    expect(await whoHeard(sent.requestId, "request.received")).toEqual(ids(scene.telecomLiaison));
    expect(await whoHeard(sent.requestId, "request.question")).toEqual(ids(scene.investigator));
    // Both sides are meant by a message, its writer is not.
    await sendMessage(scene.investigator, {
      key: key(),
      requestId: sent.requestId,
      internal: false,
      body: "Xin gửi bổ sung.",
      mentions: [],
      fileIds: [],
    });
    await spreadNotices();
    expect(await whoHeard(sent.requestId, "request.message")).toEqual(ids(scene.telecomLiaison));
    const word = (await toldOf(sent.requestId)).find(({ kind }) => kind === "request.received");
    expect(word).toMatchObject({ urgent: true, caseId: null, orgId: scene.telecom.id });
  });

  it("names a colleague in a note, and he alone is told", async () => {
    const scene = await setScene({ provinceCode: "N3" });
    const { requestId } = await makeAcknowledged(scene);
    await sendMessage(scene.liaison, {
      key: key(),
      requestId,
      internal: true,
      body: "Nhờ anh xem giúp.",
      mentions: [scene.colleague.membershipId],
      fileIds: [],
    });
    await spreadNotices();
    expect(await whoHeard(requestId, "request.mention")).toEqual(ids(scene.colleague));
  });
});

describe("a restricted case", () => {
  it("is told to its members and to whom the order goes, whoever else is meant", async () => {
    const scene = await setScene({ provinceCode: "N4", restricted: true });
    const outsider = await makePerson("commander", scene.police);
    const { requestId } = await makeDraft(scene);
    const { sealedTo } = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
    expect(sealedTo).not.toContain(outsider.membershipId);
    const eventId = await say("request.submitted", requestId);
    await spreadNotices();
    expect(await heardOf(eventId)).not.toContain(outsider.membershipId);
    const about = { kind: "deadline.breached", eventId: randomUUID(), urgent: true } as const;
    const everybody = ids(outsider, scene.investigator, scene.liaison);
    await asSystem((tx) => notify(tx, [{ ...about, to: everybody, caseId: scene.caseId }]));
    expect(await heardOf(about.eventId)).toEqual(ids(scene.investigator));
  });

  it("is gone from the bell of whoever may not know of it any more, and tells him nothing from then on", async () => {
    const scene = await setScene({ provinceCode: "N5" });
    const outsider = await makePerson("commander", scene.police);
    const { requestId } = await makeDraft(scene);
    const first = await say("request.submitted", requestId);
    await spreadNotices();
    expect(await heardOf(first)).toContain(outsider.membershipId);
    const shown = () => asActor(outsider, (tx) => tx.notification.count({ where: { requestId } }));
    expect(await shown()).toBe(1);
    await restrictCase(scene.commander, {
      key: key(),
      caseId: scene.caseId,
      version: 1,
      restricted: true,
      reason: "Liên quan cán bộ trong đơn vị.",
    });
    expect(await shown()).toBe(0);
    const second = await say("request.submitted", requestId);
    await spreadNotices();
    expect(await heardOf(second)).not.toContain(outsider.membershipId);
  });
});

describe("an act of the other side", () => {
  it("is told by nobody who says it without having done it", async () => {
    const scene = await setScene({ provinceCode: "NA" });
    const { requestId } = await makeAcknowledged(scene);
    // As the role could write it if what it did were not asked for: the words keep to their side by themselves.
    const forged = async (actor: Actor, topic: string) => {
      const id = await say(topic, requestId);
      await asOwner(process.env.DATABASE_URL!, (client) =>
        client.query("update outbox set actor_membership_id = $2 where id = $1", [id, actor.membershipId]),
      );
      await spreadNotices();
    };
    await spreadNotices();
    const before = (await toldOf(requestId)).length;
    await forged(scene.liaison, "request.withdrawn");
    await forged(scene.liaison, "request.sent_back");
    await forged(scene.investigator, "request.answered");
    expect(await toldOf(requestId)).toHaveLength(before);
  });
});

describe("spreading", () => {
  it("adds nothing the second time, nor when two do it at once", async () => {
    const scene = await setScene({ provinceCode: "N6" });
    const sent = await issue(scene, await makeDraft(scene));
    await Promise.all([spreadNotices(), spreadNotices(), spreadNotices()]);
    await spreadNotices();
    const first = await toldOf(sent.requestId);
    expect(first.filter(({ kind }) => kind === "request.received")).toHaveLength(3);
    // As if a process had died after telling and before saying so: it is told again and heard once.
    await asSystem(
      (tx) =>
        tx.$executeRaw`update outbox set processed_at = null where request_id = ${sent.requestId}::uuid`,
    );
    await Promise.all([spreadNotices(), spreadNotices()]);
    expect(await toldOf(sent.requestId)).toEqual(first);
  });

  it("tells no one who is suspended or whose membership is over", async () => {
    const scene = await setScene({ provinceCode: "N7" });
    await asSystem(async (tx) => {
      const { userId } = scene.liaison;
      await tx.user.update({ where: { id: userId }, data: { suspendedAt: new Date() } });
      const where = { id: scene.colleague.membershipId };
      await tx.membership.update({ where, data: { validTo: new Date(Date.now() - 1_000) } });
    });
    const sent = await issue(scene, await makeDraft(scene));
    await spreadNotices();
    expect(await whoHeard(sent.requestId, "request.received")).toEqual(ids(scene.manager));
  });
});

describe("a row that cannot be told", () => {
  it("holds up no other request, and the later words of its own until it is told", async () => {
    const scene = await setScene({ provinceCode: "NB" });
    const [stuck, other] = [
      await makeAcknowledged(scene),
      await issue(scene, await makeDraft(scene, "SUBSCRIBER_INFO")),
    ];
    await spreadNotices();
    const bad = await say("request.clarified", stuck.requestId);
    const behind = await say("request.withdrawn", stuck.requestId);
    const elsewhere = await say("request.withdrawn", other.requestId);
    // The database refuses whatever is told of this event.
    await asOwner(process.env.DATABASE_URL!, (client) =>
      client.query(`create function refuse_told() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
          create trigger refuse_told before insert on notification for each row when (new.event_id = '${bad}') execute function refuse_told()`),
    );
    await spreadNotices();
    await spreadNotices();
    expect(await heardOf(elsewhere)).not.toEqual([]);
    expect([await heardOf(bad), await heardOf(behind)]).toEqual([[], []]);
    expect(
      await asSystem((tx) => tx.setAside.findMany({ where: { rowId: { in: [bad, behind] } } })),
    ).toMatchObject([{ source: "outbox", rowId: bad, orderKey: stuck.requestId, tries: 1 }]);
    await asOwner(process.env.DATABASE_URL!, (client) =>
      client.query("drop trigger refuse_told on notification; drop function refuse_told()"),
    );
    await asSystem(
      (tx) =>
        tx.$executeRaw`update set_aside set since = since - interval '1 minute', failed_at = failed_at - interval '1 minute', next_at = next_at - interval '1 minute' where row_id = ${bad}::uuid`,
    );
    await spreadNotices();
    const told = (await toldOf(stuck.requestId)).map(({ eventId }) => eventId);
    expect(told.indexOf(bad)).toBeGreaterThan(-1);
    expect(told.indexOf(behind)).toBeGreaterThan(told.indexOf(bad));
    expect(await asSystem((tx) => tx.setAside.count({ where: { rowId: bad } }))).toBe(0);
  });
});

it("is no reason to send people away when a row is aside, and one when it merely waits", async () => {
  await spreadNotices();
  const { rows } = await asSystem((tx) =>
    statement<{ id: string }>(
      tx,
      "insert into outbox (topic, org_ids, at) values ('request.opened', '{}', now() - interval '5 minutes') returning id",
      [],
    ),
  );
  const { id } = rows[0]!;
  expect((await readiness("all")).checks.outbox).toBe(false);
  await asSystem((tx) =>
    statement(
      tx,
      `insert into set_aside (source, row_id, since, failed_at, next_at, error_name)
        values ('outbox', $1, now(), now(), now() + interval '1 second', 'Error')`,
      [id],
    ),
  );
  expect((await readiness("all")).checks.outbox).toBe(true);
  await asSystem(async (tx) => {
    await statement(tx, "delete from set_aside where row_id = $1", [id]);
    await statement(tx, "update outbox set processed_at = now() where id = $1", [id]);
  });
});

describe("the second wall", () => {
  it("shows each person his own words alone, and lets nobody write to another", async () => {
    const scene = await setScene({ provinceCode: "N8" });
    const sent = await issue(scene, await makeDraft(scene));
    await spreadNotices();
    const seen = (actor: Actor) =>
      asActor(actor, (tx) => tx.notification.findMany({ where: { requestId: sent.requestId } }));
    expect((await seen(scene.liaison)).map(({ membershipId }) => membershipId)).toEqual(ids(scene.liaison));
    expect(await seen(scene.investigator)).toEqual([]);
    const [foreign] = await seen(scene.colleague);
    const data = { readAt: new Date() };
    const change = (actor: Actor) =>
      asActor(actor, (tx) => tx.notification.updateMany({ where: { id: foreign!.id }, data }));
    expect(await change(scene.liaison)).toEqual({ count: 0 });
    for (const sql of [
      `insert into notification (event_id, membership_id, org_id, kind) values (uuid_v7(), '${scene.colleague.membershipId}', '${scene.bank.id}', 'request.received')`,
      `update notification set urgent = true where id = '${foreign!.id}'`,
      `delete from notification where id = '${foreign!.id}'`,
    ])
      await expect(asActor(scene.colleague, (tx) => statement(tx, sql, []))).rejects.toThrow(
        /permission denied/,
      );
    const ahead = { readAt: new Date(Date.now() + 3_600_000) };
    await expect(
      asActor(scene.colleague, (tx) =>
        tx.notification.updateMany({ where: { id: foreign!.id }, data: ahead }),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it("says itself who acted: nobody acts in another's name, so as to keep a word from him", async () => {
    const scene = await setScene({ provinceCode: "N9" });
    const { requestId } = await makeAcknowledged(scene);
    await asActor(scene.liaison, (tx) =>
      statement(
        tx,
        "insert into outbox (topic, org_ids, request_id, actor_membership_id) values ('request.answering', $1, $2, $3)",
        [[scene.bank.id], requestId, scene.colleague.membershipId],
      ),
    );
    const { rows } = await asSystem((tx) =>
      statement<{ actor: string }>(
        tx,
        "select actor_membership_id as actor from outbox where request_id = $1 and topic = 'request.answering'",
        [requestId],
      ),
    );
    expect(rows).toEqual([{ actor: scene.liaison.membershipId }]);
  });
});
