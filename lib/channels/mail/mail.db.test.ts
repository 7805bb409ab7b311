import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { restrictCase } from "@/lib/cases/commands";
import { sendDeliveries } from "@/lib/channels/send-deliveries";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { notify, type Word } from "@/lib/notices/notify";
import { startMailbox } from "@/prisma/factories/mailbox";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { makeDraft, setScene } from "@/prisma/factories/scene";
import { planDigests } from "./digest";
import { closeMail } from "./transport";

/** What no mail may hold, put where a careless caller could put it. */
const marked = {
  name: "Nguyễn Văn Minh Họa",
  account: "0071000123456",
  phone: "0912345678",
  text: "Bị hại khai",
};

let mailbox: Awaited<ReturnType<typeof startMailbox>>;
beforeAll(async () => {
  mailbox = await startMailbox();
  // Read once, with the first question to the database.
  process.env.SMTP_URL = mailbox.url;
  await asSystem(async (tx) => {
    await tx.$executeRaw`update delivery set state = 'dead', claimed_until = null where state in ('waiting', 'sending')`;
    await tx.$executeRaw`update digest_entry set closed_at = now() where closed_at is null`;
  });
});
afterAll(async () => {
  closeMail();
  await mailbox.stop();
  await closeDatabase();
});
beforeEach(() => void (mailbox.caught.length = 0));

const tell = (to: Actor[], over: Partial<Word> = {}) =>
  asSystem((tx) =>
    notify(tx, [
      {
        kind: "request.received",
        eventId: randomUUID(),
        to: to.map(({ membershipId }) => membershipId),
        urgent: true,
        code: "YC-25-2026-000123",
        facts: marked,
        href: `/requests/${randomUUID()}`,
        ...over,
      },
    ]),
  );
const liaison = async () => makePerson("liaison", await makeOrganisation("bank"));
const emailOf = ({ userId }: Actor) =>
  asSystem(async (tx) => (await tx.user.findUniqueOrThrow({ where: { id: userId } })).email);

it("sends an urgent matter at once: number and link, told again by its event's id, and nothing personal", async () => {
  const [one, two] = [await liaison(), await liaison()];
  await asSystem((tx) => tx.user.update({ where: { id: two.userId }, data: { locale: "en" } }));
  const eventId = randomUUID();
  await tell([one, two], { eventId });
  await tell([one, two], { eventId });
  await sendDeliveries();
  expect(mailbox.caught).toHaveLength(2);
  const mine = mailbox.caught[0]!;
  expect(
    mailbox.caught
      .map(({ to }) => to)
      .flat()
      .sort(),
  ).toEqual([await emailOf(one), await emailOf(two)].sort());
  expect(mailbox.caught.map(({ mail }) => mail.subject).sort()).toEqual([
    "[Lá Chắn] New request received: YC-25-2026-000123",
    "[Lá Chắn] Yêu cầu mới nhận: YC-25-2026-000123",
  ]);
  expect(mine.mail.messageId).toContain(eventId);
  expect(mine.raw).toMatch(/List-Unsubscribe: <http/i);
  for (const { raw, mail } of mailbox.caught)
    for (const secret of [...Object.values(marked), one.name, two.name])
      expect(raw + mail.subject + mail.text + mail.html).not.toContain(secret);
});

it("collects what is not urgent into one mail, without what was read meanwhile, and sends none for nothing", async () => {
  const person = await liaison();
  for (const kind of ["request.message", "request.message", "request.answered"] as const)
    await tell([person], { kind, urgent: false });
  await asSystem((tx) =>
    statement(
      tx,
      "update notification set read_at = now() where membership_id = $1 and kind = 'request.answered'",
      [person.membershipId],
    ),
  );
  await sendDeliveries();
  expect(mailbox.caught).toEqual([]);
  expect((await Promise.all([planDigests(), planDigests()])).reduce((a, b) => a + b)).toBe(1);
  await sendDeliveries();
  expect(mailbox.caught).toHaveLength(1);
  expect(mailbox.caught[0]!.mail.subject).toBe("[Lá Chắn] 2 thông báo chưa đọc");
  expect(mailbox.caught[0]!.mail.text).toContain("Trao đổi mới trong yêu cầu: 2");
  expect(await planDigests()).toBe(0);
});

it("holds the collected mail until quiet hours end, and puts into it what gathers until then", async () => {
  const person = await liaison();
  await asActor(person, (tx) =>
    statement(
      tx,
      "insert into quiet_hours (membership_id, from_minute, to_minute, days) values ($1, 360, 1200, '{0,1,2,3,4,5,6}')",
      [person.membershipId],
    ),
  );
  const gather = () => tell([person], { kind: "request.message", urgent: false });
  const lines = () =>
    asSystem((tx) => tx.delivery.findMany({ where: { membershipId: person.membershipId } }));
  await gather();
  // 07:30 and 16:30 in Viet Nam; the quiet hours last from 06:00 to 20:00.
  await planDigests(new Date("2031-03-04T00:30:00Z"));
  await gather();
  await planDigests(new Date("2031-03-04T09:30:00Z"));
  expect((await lines()).map(({ nextAt, dueAt }) => [nextAt, dueAt])).toEqual([
    [new Date("2031-03-04T13:00:00Z"), new Date("2031-03-04T13:00:00Z")],
  ]);
  await sendDeliveries({ now: new Date("2031-03-04T12:59:00Z") });
  expect(mailbox.caught).toEqual([]);
  await sendDeliveries({ now: new Date("2031-03-04T13:00:00Z") });
  expect(mailbox.caught.map(({ mail }) => mail.subject)).toEqual(["[Lá Chắn] 2 thông báo chưa đọc"]);
});

it("goes through everybody, however many they are", async () => {
  const org = await makeOrganisation("bank");
  const first = await makePerson("liaison", org);
  await asSystem(async (tx) => {
    await statement(
      tx,
      "insert into membership (user_id, organisation_id, roles) select $1, organisation_id, roles from membership, generate_series(1, 450) where id = $2",
      [first.userId, first.membershipId],
    );
    await statement(
      tx,
      `with told as (insert into notification (event_id, membership_id, org_id, kind)
          select gen_random_uuid(), id, organisation_id, 'request.message' from membership where user_id = $1 returning id, membership_id)
        insert into digest_entry (notification_id, membership_id) select id, membership_id from told`,
      [first.userId],
    );
  });
  expect(await planDigests()).toBe(451);
  const open = await asSystem((tx) => tx.digestEntry.count({ where: { closedAt: null } }));
  expect(open).toBe(0);
  await asSystem(
    (tx) =>
      tx.$executeRaw`update delivery set state = 'discarded', last_code = 'left' where org_id = ${org.id}::uuid`,
  );
});

it("follows each person's wishes: at once, never, after his quiet hours unless it is urgent", async () => {
  const [now, never, sleeps] = [await liaison(), await liaison(), await liaison()];
  for (const [person, email] of [
    [now, "now"],
    [never, "never"],
    [sleeps, "now"],
  ] as const)
    await asActor(person, (tx) =>
      statement(
        tx,
        "insert into notice_preference (membership_id, kind, email) values ($1, 'request.message', $2)",
        [person.membershipId, email],
      ),
    );
  const { rows } = await asActor(sleeps, (tx) =>
    statement<{ minute: number }>(
      tx,
      `insert into quiet_hours (membership_id, from_minute, to_minute, days)
        select $1, m, (m + 1439) % 1440, '{0,1,2,3,4,5,6}' from (select (extract(hour from l) * 60 + extract(minute from l) + 1430)::int % 1440 as m
          from (select now() at time zone 'Asia/Ho_Chi_Minh' as l) t) q returning to_minute as minute`,
      [sleeps.membershipId],
    ),
  );
  await tell([now, never, sleeps], { kind: "request.message", urgent: false, code: "YC-25-2026-000777" });
  await sendDeliveries();
  expect(mailbox.caught.flatMap(({ to }) => to)).toEqual([await emailOf(now)]);
  const held = await asSystem((tx) =>
    tx.delivery.findFirstOrThrow({ where: { membershipId: sleeps.membershipId, state: "waiting" } }),
  );
  expect(held.nextAt.getTime()).toBeGreaterThan(Date.now());
  const local = new Date(held.nextAt.getTime() + 7 * 3_600_000);
  expect(local.getUTCHours() * 60 + local.getUTCMinutes()).toBe(rows[0]!.minute);
  await tell([sleeps], { urgent: true });
  await sendDeliveries();
  expect(mailbox.caught.at(-1)!.to).toEqual([await emailOf(sleeps)]);
});

it("leads to the request that it is about, where the notification names no page of its own", async () => {
  const scene = await setScene();
  const { requestId } = await makeDraft(scene);
  await tell([scene.commander], { requestId, kind: "signing.waiting", href: null });
  await sendDeliveries();
  expect(mailbox.caught.map(({ mail }) => mail.text)).toEqual([
    expect.stringContaining(`/requests/${requestId}`),
  ]);
});

it("says of what is restricted only that something is there", async () => {
  const scene = await setScene();
  const { requestId } = await makeDraft(scene);
  await tell([scene.commander], { requestId, kind: "signing.waiting", href: null });
  await restrictCase(scene.commander, {
    key: randomUUID(),
    caseId: scene.caseId,
    version: 1,
    restricted: true,
    reason: "Liên quan cán bộ trong đơn vị.",
  });
  await sendDeliveries();
  expect(mailbox.caught.map(({ mail }) => mail.subject)).toEqual(["[Lá Chắn] Có thông báo mới trên Lá Chắn"]);
  expect(mailbox.caught[0]!.raw).not.toMatch(new RegExp(`YC-25|${requestId}|ký`));
});

it("sends nothing to who left, was suspended or has read it", async () => {
  const [left, suspended, read] = [await liaison(), await liaison(), await liaison()];
  await tell([left, suspended, read]);
  await asSystem(async (tx) => {
    await tx.membership.update({ where: { id: left.membershipId }, data: { validTo: new Date() } });
    await tx.user.update({ where: { id: suspended.userId }, data: { suspendedAt: new Date() } });
    await statement(tx, "update notification set read_at = now() where membership_id = $1", [
      read.membershipId,
    ]);
  });
  await sendDeliveries();
  expect(mailbox.caught).toEqual([]);
  const ends = await asSystem((tx) =>
    tx.delivery.findMany({
      where: { membershipId: { in: [left, suspended, read].map((one) => one.membershipId) } },
    }),
  );
  expect(ends.map(({ state, lastCode }) => `${state} ${lastCode}`).sort()).toEqual([
    "discarded left",
    "discarded left",
    "discarded read",
  ]);
});

it("tries again what the mail server refused, and after a day tells the administrators once", async () => {
  const admin = await makePerson("admin", await makeOrganisation("operator"));
  const [one, two] = [await liaison(), await liaison()];
  await tell([one, two]);
  mailbox.state.refuses = 452;
  await sendDeliveries();
  const rows = () =>
    asSystem((tx) =>
      tx.delivery.findMany({ where: { membershipId: { in: [one.membershipId, two.membershipId] } } }),
    );
  expect((await rows()).map(({ state, lastCode }) => [state, lastCode])).toEqual([
    ["waiting", "smtp-452"],
    ["waiting", "smtp-452"],
  ]);
  await sendDeliveries({ now: new Date(Date.now() + 25 * 3_600_000) });
  mailbox.state.refuses = null;
  expect((await rows()).map(({ state }) => state)).toEqual(["dead", "dead"]);
  const told = await asSystem((tx) =>
    statement<{ kind: string; href: string }>(
      tx,
      "select kind, href from notification where membership_id = $1",
      [admin.membershipId],
    ),
  );
  expect(told.rows).toEqual([{ kind: "delivery.dead", href: "/admin/deliveries" }]);
});
