import { randomUUID } from "node:crypto";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { dayOf } from "@/lib/day";
import { asActor, asSystem, statement } from "@/lib/db";
import { foldPace } from "@/lib/figures/pace/fold";
import { addDays, midnightOf } from "@/lib/local-days";
import { answerNext } from "@/prisma/factories/answered";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { makeAcknowledged, type Scene, setScene } from "@/prisma/factories/scene";
import { getAtRisk } from "./at-risk";
import { replyToLeague } from "./commands";
import { leagueFilter } from "./filter";
import { takeOwnBook } from "./own-book";
import { getOwnFigures } from "./own-figures";
import { periodAround } from "./period";
import { getLeague } from "./queries";
import { replyTexts } from "./reply-text.cases";

const month = leagueFilter.parse({});
const today = () => dayOf(new Date());
const reply = (body: string, over: object = {}) => ({
  key: randomUUID(),
  period: "month" as const,
  on: today(),
  body,
  ...over,
});

async function answered(scene: Scene, times: number): Promise<void> {
  for (let index = 0; index < times; index++) {
    const { requestId } = await makeAcknowledged(scene);
    await answerNext(scene.liaison, requestId);
    await answerNext(scene.liaison, requestId);
  }
}
const lineOf = async (actor: Actor, scene: Scene) =>
  (await getLeague(actor, month))?.rows.find(({ id }) => id === scene.bank.id);

describe("the league table", () => {
  it("compares nobody by fewer than five answers, and hides from others than police what rests on few cases", async () => {
    const scene = await setScene({ provinceCode: "F7" });
    const leader = await makePerson(
      "leader",
      await makeOrganisation("peoples_committee", { provinceCode: "F7" }),
    );
    await answered(scene, 4);
    expect(await lineOf(scene.commander, scene)).toMatchObject({ answered: 4, state: "few", line: null });
    await answered(scene, 1);
    await foldPace();
    expect(await lineOf(scene.commander, scene)).toMatchObject({
      answered: 5,
      state: "shown",
      line: { onTime: { part: 5, whole: 5 }, acted: { count: 5 } },
    });
    // Five answers, one case.
    expect(await lineOf(leader, scene)).toMatchObject({ answered: 5, state: "withheld", line: null });
  });

  it("counts who is late and silent as late, on the day the limit ended, until he answers", async () => {
    const scene = await setScene({ provinceCode: "FS" });
    await answered(scene, 5);
    const { requestId } = await makeAcknowledged(scene);
    await asSystem((tx) =>
      tx.deadline.updateMany({
        where: { requestId, subject: "ANSWER" },
        data: { dueAt: new Date(Date.now() - 1_000) },
      }),
    );
    expect(await lineOf(scene.commander, scene)).toMatchObject({
      answered: 5,
      line: { onTime: { part: 5, whole: 6 } },
    });
    expect((await getOwnFigures(scene.manager, month))?.now).toMatchObject({ onTime: { part: 5, whole: 6 } });
  });

  it("is nobody's who reads no figures, and shows no other province's answers", async () => {
    const scene = await setScene({ provinceCode: "F8" });
    await answered(scene, 5);
    const elsewhere = await makePerson("commander", await makeOrganisation("police", { provinceCode: "F9" }));
    expect(await lineOf(elsewhere, scene)).toBeUndefined();
    for (const actor of [scene.manager, scene.liaison, scene.investigator])
      expect(await getLeague(actor, month)).toBeNull();
  });
});

describe("a reply", () => {
  it("stands under the line, its last version, for everybody who sees the table", async () => {
    const scene = await setScene({ provinceCode: "F7" });
    const leader = await makePerson(
      "leader",
      await makeOrganisation("peoples_committee", { provinceCode: "F7" }),
    );
    await answered(scene, 1);
    expect(await replyToLeague(scene.manager, reply("Hệ thống nâng cấp hai đêm."))).toMatchObject({
      version: 1,
    });
    const again = reply("Hệ thống nâng cấp ba đêm, nay đã xong.");
    expect(await replyToLeague(scene.manager, again)).toMatchObject({ version: 2 });
    expect(await replyToLeague(scene.manager, again)).toMatchObject({ version: 2 });
    expect(await lineOf(leader, scene)).toMatchObject({ reply: { body: again.body, version: 2 } });
    const kept = await asSystem((tx) => tx.leagueReply.findMany({ where: { orgId: scene.bank.id } }));
    expect(kept).toHaveLength(2);
    const told = await asSystem((tx) =>
      tx.event.findMany({ where: { type: "league.replied", orgId: scene.bank.id } }),
    );
    expect(told).toHaveLength(2);
    expect(JSON.stringify(told.map(({ changes }) => changes))).not.toContain("nâng cấp");
  });

  it("is the manager's own, of a period that is not over for long, and bears no number of anybody's", async () => {
    const scene = await setScene();
    const refused = (actor: Actor, input: ReturnType<typeof reply>) =>
      expect(replyToLeague(actor, input)).rejects;
    await refused(scene.liaison, reply("Không phải việc của tôi.")).toMatchObject({ code: "not-allowed" });
    await refused(scene.commander, reply("Không phải ngân hàng.")).toMatchObject({ code: "not-allowed" });
    await refused(scene.manager, reply("Muộn quá.", { on: addDays(today(), -60) })).toMatchObject({
      code: "not-now",
    });
    await refused(scene.manager, reply("Sớm quá.", { on: addDays(today(), 40) })).toMatchObject({
      code: "not-now",
    });
    const write = (actor: Actor, over: object) => {
      const { from, to } = periodAround("month", today());
      return asActor(actor, (tx) =>
        tx.leagueReply.createMany({
          data: [
            {
              orgId: actor.orgId,
              period: "month",
              since: new Date(midnightOf(from)),
              until: new Date(midnightOf(to)),
              version: 1,
              body: "Một câu.",
              authorId: actor.userId,
              membershipId: actor.membershipId,
              ...over,
            },
          ],
        }),
      );
    };
    // The second wall, without the command.
    await expect(write(scene.liaison, {})).rejects.toThrow(/row-level security/);
    await expect(write(scene.manager, { orgId: scene.telecom.id })).rejects.toThrow(/row-level security/);
    await expect(write(scene.manager, { authorId: scene.liaison.userId })).rejects.toThrow(
      /row-level security/,
    );
    // The table judges every text as the form does.
    const { rows: judged } = await asSystem((tx) =>
      statement<{ bears: boolean }>(
        tx,
        "select app.bears_numbers(said) as bears from unnest($1::text[]) with ordinality as t (said, n) order by n",
        [replyTexts.map(([said]) => said)],
      ),
    );
    expect(replyTexts.map(([said], index) => [said, judged[index]?.bears])).toEqual(replyTexts);
    for (const [body, bears] of replyTexts)
      if (bears) await expect(write(scene.manager, { body })).rejects.toThrow(/league_reply_no_numbers/);
    await expect(write(scene.manager, { version: 3 })).rejects.toThrow(/follows the one before/);
    const old = periodAround("month", addDays(today(), -60));
    await expect(
      write(scene.manager, { since: new Date(midnightOf(old.from)), until: new Date(midnightOf(old.to)) }),
    ).rejects.toThrow(/row-level security/);
    await expect(write(scene.manager, { until: new Date(midnightOf(addDays(today(), 90))) })).rejects.toThrow(
      /league_reply_days|row-level security/,
    );
    await write(scene.manager, { body: "Quý 4/2026 nâng cấp từ 01/11/2026 đến 15/11/2026." });
    await expect(
      asActor(scene.manager, (tx) => tx.$executeRaw`update league_reply set body = 'Khác.'`),
    ).rejects.toThrow(/permission denied/);
    expect(
      await asActor(scene.liaison, (tx) => tx.leagueReply.count({ where: { orgId: scene.bank.id } })),
    ).toBe(0);
  });

  it("has room for a week, a month and a quarter", async () => {
    const scene = await setScene();
    for (const period of ["week", "month", "quarter"] as const)
      expect(await replyToLeague(scene.manager, reply("Một câu.", { period }))).toMatchObject({ version: 1 });
  });
});

describe("one's own figures", () => {
  it("tell how the desk answered, by kind, and whom one stands among without naming anybody", async () => {
    const scene = await setScene();
    await answered(scene, 6);
    const own = await getOwnFigures(scene.manager, month);
    expect(own).toMatchObject({
      now: { answered: { count: 6 }, onTime: { part: 6, whole: 6 } },
      kinds: [{ kindCode: "ACCOUNT_SUSPEND" }],
      reply: { mayWrite: true, version: 0 },
    });
    expect(own?.slowest).toHaveLength(6);
    expect(await getOwnFigures(scene.liaison, month)).toBeNull();
    await expect(takeOwnBook(scene.liaison, month, "vi")).rejects.toMatchObject({ code: "not-found" });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await takeOwnBook(scene.manager, month, "vi")).bytes as never);
    const sheet = book.worksheets[1]!;
    expect(sheet.rowCount).toBe(5); // headings, the kind and the whole, each in both periods
    expect(sheet.getRow(2).getCell(3).value).toBe(6);
    const made = await asSystem((tx) =>
      tx.event.findMany({ where: { type: "export.made", orgId: scene.bank.id } }),
    );
    expect(made).toHaveLength(1);
    const others = await Promise.all([1, 2, 3, 4].map(() => setScene()));
    for (const other of others) await answered(other, 5);
    await foldPace();
    const among = await getOwnFigures(scene.manager, month);
    expect(among?.peers?.count).toBeGreaterThanOrEqual(5);
    expect(among?.peers?.onTime).toMatchObject({ own: 1, place: 1 });
    expect(JSON.stringify(among)).not.toContain(others[0]!.bank.id);
  }, 60_000);

  it("tell what of today will be late at the pace of the last thirty days", async () => {
    const scene = await setScene({ provinceCode: "G1" });
    await asSystem(
      (tx) =>
        tx.$executeRaw`insert into pace_sum (scope, grain, day, addressee_org_id, kind_code, urgency, stage, bucket, count)
          select s, 'day', (now() at time zone 'Asia/Ho_Chi_Minh')::date, ${scene.bank.id}::uuid, 'ACCOUNT_SUSPEND', u, 'answered', b, 20
          from unnest(array['vn', 'G1']) s, unnest(array['normal', 'urgent', 'emergency']) u, unnest(array[app.minutes_bucket(5), app.minutes_bucket(30000)]) b`,
    );
    const { requestId } = await makeAcknowledged(scene);
    const asked = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
    await asSystem(
      (tx) =>
        tx.$executeRaw`update deadline set due_at = now() + interval '2 seconds', starts_at = now() - interval '1 hour' where request_id = ${requestId}::uuid and subject = 'ANSWER'`,
    );
    const desk = await getAtRisk(scene.manager, "desk");
    const unit = await getAtRisk(scene.commander, "unit");
    for (const told of [desk, unit]) {
      if (told.late > 0) continue; // the two seconds went by
      expect(told.rows).toMatchObject([
        { id: requestId, urgency: asked.urgency, disputed: `${asked.disputedAmount}` },
      ]);
      expect(told.rows[0]!.chance).toBeGreaterThan(0.9);
      expect(told.expected).toBeGreaterThan(0.9);
    }
  });
});
