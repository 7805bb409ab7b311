import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { planDeliveries } from "@/lib/channels/plan";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { makeDraft, setScene } from "@/prisma/factories/scene";
import { readAllNotices, readNotices, readRecordNotices, savePreferences, snoozeNotice } from "./commands";
import { countUnread } from "./count";
import { forgetNotices } from "./forget";
import { noticeKindCodes } from "./kinds";
import { notify, type Word } from "./notify";
import { listNotices } from "./queries";
import { ownPreferences } from "./read-preferences";
import { noticeFilter } from "./schema";
import { wakeSnoozed } from "./wake";

process.env.SMTP_URL = "smtp://127.0.0.1:1"; // nothing is sent here, only planned
afterAll(closeDatabase);

let one: Actor;
let other: Actor;
beforeEach(async () => {
  const bank = await makeOrganisation("bank");
  [one, other] = [await makePerson("liaison", bank), await makePerson("liaison", bank)];
});

async function tell(to: Actor, over: Partial<Word> = {}): Promise<string> {
  const eventId = randomUUID();
  const word = { kind: "request.message", eventId, to: [to.membershipId], urgent: false, ...over } as const;
  await asSystem((tx) => notify(tx, [word]));
  const [row] = await asSystem((tx) => tx.notification.findMany({ where: { eventId } }));
  return row!.id;
}
const list = async (actor: Actor, asked: Record<string, string> = {}) =>
  (await listNotices(actor, noticeFilter.parse(asked))).rows.map(({ id }) => id);

describe("what one has read", () => {
  it("leaves the bell and the list of what is unread, and nobody reads for another", async () => {
    const [first, second, foreign] = [await tell(one), await tell(one), await tell(other)];
    expect(await countUnread(one)).toBe(2);
    expect(await readNotices(one, { ids: [first, foreign] })).toEqual({ read: 1 });
    expect(await readNotices(one, { ids: [first] })).toEqual({ read: 0 });
    expect([await countUnread(one), await countUnread(other)]).toEqual([1, 1]);
    expect(await list(one)).toEqual([second]);
    expect(await list(one, { show: "all" })).toEqual([second, first]);
  });

  it("is all that came until then, and not what comes while one presses or what is put off", async () => {
    const putOff = await tell(one);
    await snoozeNotice(one, { noticeIds: [putOff], until: "hour" });
    await tell(one);
    const to = new Date().toISOString();
    await new Promise((wait) => setTimeout(wait, 5));
    const late = await tell(one);
    expect(await readAllNotices(one, { to })).toEqual({ read: 1 });
    expect(await list(one)).toEqual([late]);
    expect(await list(one, { show: "snoozed" })).toEqual([putOff]);
  });

  it("is what one was told of a record, once one opens it", async () => {
    const scene = await setScene();
    const { requestId } = await makeDraft(scene);
    await tell(scene.investigator, { requestId });
    await tell(scene.investigator, { caseId: scene.caseId });
    const rest = await tell(scene.investigator);
    expect(await readRecordNotices(scene.investigator, { recordId: requestId })).toEqual({ read: 1 });
    expect(await readRecordNotices(scene.investigator, { recordId: scene.caseId })).toEqual({ read: 1 });
    expect(await list(scene.investigator)).toEqual([rest]);
  });
});

describe("the list", () => {
  it("goes by pages without losing or repeating any, and by kind and urgency", async () => {
    for (let index = 0; index < 60; index += 1) await tell(one, { urgent: index % 2 === 0 });
    const duty = await tell(one, { kind: "duty.swap" });
    const first = await listNotices(one, noticeFilter.parse({}));
    const second = await listNotices(one, noticeFilter.parse({ after: first.next! }));
    const back = await listNotices(one, noticeFilter.parse({ before: second.previous! }));
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(61);
    expect(second.next).toBeNull();
    expect(back.rows).toEqual(first.rows);
    expect(await list(one, { group: "duty" })).toEqual([duty]);
    expect(await list(one, { urgent: "1" })).toHaveLength(30);
    expect(await list(one, { show: "nonsense", group: "nonsense" })).toHaveLength(50);
  });

  it("counts to a hundred and no further", async () => {
    await asSystem((tx) =>
      statement(
        tx,
        "insert into notification (event_id, membership_id, org_id, kind) select uuid_v7(), $1, $2, 'request.message' from generate_series(1, 130)",
        [one.membershipId, one.orgId],
      ),
    );
    expect(await countUnread(one)).toBe(100);
  });
});

describe("putting off", () => {
  it("takes it off the bell until its time, when it comes back by itself and once", async () => {
    const noticeId = await tell(one);
    const soon = new Date(Date.now() + 1_500).toISOString();
    expect(await snoozeNotice(one, { noticeIds: [noticeId], until: soon })).toEqual({ until: soon });
    expect([await countUnread(one), await list(one)]).toEqual([0, []]);
    await wakeSnoozed();
    expect(await list(one, { show: "snoozed" })).toEqual([noticeId]);
    await expect.poll(() => countUnread(one), { timeout: 10_000 }).toBe(1);
    expect(await wakeSnoozed()).toBeGreaterThanOrEqual(1);
    expect(await wakeSnoozed()).toBe(0);
    expect(await list(one)).toEqual([noticeId]);
  });

  it("takes a whole line off at once, and nothing of another's", async () => {
    const [first, second, foreign] = [await tell(one), await tell(one), await tell(other)];
    await snoozeNotice(one, { noticeIds: [first, second, foreign], until: "hour" });
    expect(await list(one, { show: "snoozed" })).toEqual(expect.arrayContaining([first, second]));
    expect(await list(other)).toContain(foreign);
    await readNotices(one, { ids: [first, second] });
  });

  it("is refused for another's, for what was read, and for a time that is past or far away", async () => {
    const [mine, foreign] = [await tell(one), await tell(other)];
    await readNotices(one, { ids: [mine] });
    for (const noticeId of [foreign, mine, randomUUID()])
      await expect(snoozeNotice(one, { noticeIds: [noticeId], until: "hour" })).rejects.toMatchObject({
        code: "not-found",
      });
    const unread = await tell(one);
    for (const until of ["2020-01-01T00:00:00.000Z", "2099-01-01T00:00:00.000Z"])
      await expect(snoozeNotice(one, { noticeIds: [unread], until })).rejects.toMatchObject({
        code: "invalid",
      });
  });
});

it("is forgotten after 90 days and not before, read or not", async () => {
  const [old, kept] = [await tell(one), await tell(one)];
  const age = (id: string, days: number) =>
    asSystem(
      (tx) =>
        tx.$executeRaw`update notification set at = clock_timestamp() - make_interval(days => ${days}::int) where id = ${id}::uuid`,
    );
  await age(old, 91);
  await age(kept, 89);
  expect(await forgetNotices()).toBeGreaterThanOrEqual(1);
  expect(await forgetNotices()).toBe(0);
  expect(await list(one, { show: "all" })).toEqual([kept]);
});

describe("how one is told", () => {
  const night = { fromMinute: 22 * 60, toMinute: 6 * 60, days: [0, 1, 2, 3, 4, 5, 6] };
  /** Round the clock, so that a test at any hour is within it. */
  const always = { fromMinute: 0, toMinute: 1439, days: night.days };
  const chosen = { kind: "request.message", email: "now", sms: false, zalo: false } as const;
  const planned = async (notificationId: string) =>
    asSystem(async (tx) => {
      const { rows } = await statement<{ way: string; held: boolean }>(
        tx,
        `select d.channel as way, d.next_at > clock_timestamp() as held from delivery d where d.notification_id = $1
          union all select 'digest', false from digest_entry g where g.notification_id = $1`,
        [notificationId],
      );
      return rows;
    });

  it("is kept as chosen, and usual again when that is chosen", async () => {
    await savePreferences(one, { kinds: [chosen], quiet: night });
    expect(await ownPreferences(one)).toMatchObject({ kinds: [chosen], quiet: night });
    expect(await ownPreferences(other)).toMatchObject({ kinds: [], quiet: null });
    // A choice about what one's role is never told of is kept, and not asked for.
    const strange = { ...chosen, kind: "job.failed" as const };
    const choose = (kind: string) =>
      asActor(one, (tx) =>
        statement(tx, "insert into notice_preference (membership_id, kind, email) values ($1, $2, 'now')", [
          one.membershipId,
          kind,
        ]),
      );
    await choose("job.failed"); // as he left it while he was an administrator
    await savePreferences(one, { kinds: [strange], quiet: null });
    const { kinds, told } = await ownPreferences(one);
    expect(kinds).toEqual([strange]);
    expect(told).not.toContain("job.failed");
    await savePreferences(one, { kinds: [{ ...chosen, email: "auto" }], quiet: null });
    expect(await ownPreferences(one)).toMatchObject({ kinds: [], quiet: null });
  });

  it("is chosen of what one is told of, and of kinds that exist", async () => {
    const refused = { code: "invalid", details: { fields: { kinds: "notices.notTold" } } };
    for (const kind of ["job.failed", "request.notified"] as const)
      await expect(savePreferences(one, { kinds: [{ ...chosen, kind }], quiet: null })).rejects.toMatchObject(
        refused,
      );
    await savePreferences(one, {
      kinds: [{ kind: "job.failed", email: "auto", sms: false, zalo: false }],
      quiet: null,
    });
    await expect(
      asActor(one, (tx) =>
        statement(
          tx,
          "insert into notice_preference (membership_id, kind, email) values ($1, 'request.invented', 'now')",
          [one.membershipId],
        ),
      ),
    ).rejects.toThrow(/notice_preference_kind_exists/);
    const { rows } = await asSystem((tx) =>
      statement<{ strange: string[] }>(
        tx,
        "select array_agg(k) filter (where not app.is_notice_kind(k)) as strange from unnest($1::text[]) k",
        [noticeKindCodes],
      ),
    );
    expect(rows[0]?.strange).toBeNull();
  });

  it("is what leaves the portal: usually the urgent at once and the rest collected", async () => {
    expect(await planned(await tell(one, { urgent: true }))).toEqual([{ way: "email", held: false }]);
    expect(await planned(await tell(one))).toEqual([{ way: "digest", held: false }]);
    await savePreferences(one, { kinds: [{ ...chosen, email: "never" }], quiet: null });
    expect(await planned(await tell(one, { urgent: true }))).toEqual([]);
    expect(await planned(await tell(one, { urgent: true, kind: "duty.swap" }))).toEqual([
      { way: "email", held: false },
    ]);
  });

  it("waits in the quiet hours, but not when it is urgent; planned again it is planned once", async () => {
    await savePreferences(one, { kinds: [chosen], quiet: always });
    const quiet = await tell(one);
    await asSystem((tx) => planDeliveries(tx, [quiet]));
    expect(await planned(quiet)).toEqual([{ way: "email", held: true }]);
    expect(await planned(await tell(one, { urgent: true }))).toEqual([{ way: "email", held: false }]);
  });
});
