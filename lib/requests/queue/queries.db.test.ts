import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { issue, makeAcknowledged, makeDraft, setScene } from "@/prisma/factories/scene";
import { startOf } from "@/lib/local-days";
import { answerItem } from "@/lib/requests/desk/answers";
import { acknowledgeRequest } from "@/lib/requests/commands";
import { rowOf } from "@/prisma/factories/stored";
import { findAnswered, listAnswered } from "./answered";
import { answeredRange } from "./answered-filter";
import { countQueue, deskFigures, listQueue, listQueueUnits } from "./queries";
import { deskReport } from "./report";
import { queueFilter } from "./filter";
import type { QueueRow } from "./types";
import { findInQueue } from "./search";

afterAll(closeDatabase);
const key = () => randomUUID();
const dueOf = ({ clock }: QueueRow) => ("dueAt" in clock ? clock.dueAt : "");

describe("the queue of an organisation", () => {
  it("lists by time left, counts each tab, finds by part of an account and shows nothing to others", async () => {
    const own = await setScene();
    const first = await issue(own, await makeDraft(own, "ACCOUNT_SUSPEND"));
    const second = await makeAcknowledged(own, "ACCOUNT_FREEZE");
    const open = (await listQueue(own.liaison, queueFilter.parse({}))).rows;
    expect(open.map(({ id }) => id).sort()).toEqual([first.requestId, second.requestId].sort());
    expect([...open].sort((a, b) => dueOf(a).localeCompare(dueOf(b)))).toEqual(open);
    expect(
      (await listQueue(own.liaison, queueFilter.parse({ tab: "mine" }))).rows.map(({ id }) => id),
    ).toEqual([second.requestId]);
    expect(
      (await listQueue(own.liaison, queueFilter.parse({ tab: "unclaimed" }))).rows.map(({ id }) => id),
    ).toEqual([first.requestId]);
    expect(
      (await listQueue(own.liaison, queueFilter.parse({ kind: "ACCOUNT_FREEZE", urgent: "1" }))).rows.map(
        ({ id }) => id,
      ),
    ).toEqual([second.requestId]);
    expect(await countQueue(own.liaison)).toEqual({
      open: 2,
      mine: 1,
      unclaimed: 1,
      clarification: 0,
      suspected: 0,
      answered: 0,
    });
    expect(await listQueueUnits(own.liaison)).toHaveLength(1);

    const item = await asSystem((tx) =>
      tx.requestItem.findFirstOrThrow({ where: { requestId: first.requestId } }),
    );
    const part = item.value.slice(3, 9);
    expect(
      (await findInQueue(own.liaison, { text: `${part.slice(0, 3)} ${part.slice(3)}` })).map(({ id }) => id),
    ).toContain(first.requestId);
    expect(await findInQueue(own.liaison, { text: "%%" })).toEqual([]);
    for (const stranger of [own.telecomLiaison, own.investigator, own.commander]) {
      expect((await listQueue(stranger, queueFilter.parse({}))).rows).toEqual([]);
      expect(await findInQueue(stranger, { text: part })).toEqual([]);
      expect(await countQueue(stranger)).toMatchObject({ open: 0, unclaimed: 0 });
    }
  });

  it("keeps its place over pages in both directions", async () => {
    const own = await setScene();
    const sent = [];
    for (let i = 0; i < 3; i++) sent.push(await issue(own, await makeDraft(own)));
    const page = await listQueue(own.liaison, queueFilter.parse({}));
    expect(page).toMatchObject({ previous: null, next: null });
    const [first, second, third] = page.rows;
    const edge = Buffer.from(JSON.stringify([dueOf(first!), first!.id])).toString("base64url");
    const after = await listQueue(own.liaison, queueFilter.parse({ after: edge }));
    expect(after.rows.map(({ id }) => id)).toEqual([second!.id, third!.id]);
    expect(after.previous).not.toBeNull();
    const before = await listQueue(own.liaison, queueFilter.parse({ before: after.previous }));
    expect(before.rows.map(({ id }) => id)).toEqual([first!.id]);
    expect(before.previous).toBeNull();
  });

  it("moves what is answered to the answered list and into the manager's figures", async () => {
    const own = await setScene();
    const sent = await issue(own, await makeDraft(own));
    await acknowledgeRequest(own.liaison, { key: key(), requestId: sent.requestId, version: sent.version });
    for (const item of await asSystem((tx) =>
      tx.requestItem.findMany({ where: { requestId: sent.requestId } }),
    )) {
      await answerItem(own.liaison, {
        key: key(),
        requestId: sent.requestId,
        itemId: item.id,
        itemVersion: item.version,
        answer: { outcome: "NO_BALANCE" },
      });
    }
    expect((await listQueue(own.liaison, queueFilter.parse({}))).rows).toEqual([]);
    const today = answeredRange({}, new Date());
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
    expect(ids((await listAnswered(own.liaison, {}, today)).rows)).toEqual([sent.requestId]);
    const before = answeredRange({ to: "2026-01-01" }, new Date());
    expect((await listAnswered(own.liaison, {}, before)).rows).toEqual([]);

    // By its code, a part of an account, its holder without accents; not outside the days, and not for anybody else.
    const row = await rowOf(sent.requestId);
    const item = await asSystem((tx) =>
      tx.requestItem.findFirstOrThrow({ where: { requestId: sent.requestId, position: 1 } }),
    );
    await asSystem((tx) =>
      tx.requestItem.updateMany({ where: { id: item.id }, data: { holderName: "Đặng Thị Hồng Nhung" } }),
    );
    const { value } = item;
    for (const text of [row.code.slice(-6), `${value.slice(2, 5)} ${value.slice(5, 9)}`, "dang thi hong"]) {
      expect(ids(await findAnswered(own.liaison, { text, range: today })), text).toContain(sent.requestId);
      expect(await findAnswered(own.liaison, { text, range: before }), text).toEqual([]);
      for (const stranger of [own.telecomLiaison, own.investigator, own.commander])
        expect(await findAnswered(stranger, { text, range: today }), text).toEqual([]);
    }
    expect(await findAnswered(own.liaison, { text: "%%", range: today })).toEqual([]);

    const report = await deskReport(own.manager, today);
    const line = {
      open: 0,
      late: 0,
      answered: 1,
      judged: 1,
      onTime: 1,
      acted: 1,
      answerMedian: 0,
      answerP90: 0,
    };
    expect(report.all).toMatchObject(line);
    expect(report.kinds).toMatchObject([{ kindCode: row.kindCode, ...line }]);
    expect(report.people).toMatchObject([{ id: own.liaison.membershipId, name: own.liaison.name, ...line }]);
    // On time is what its clock was judged, as in every other figure.
    const judge = (state: "met" | "missed" | "cancelled") =>
      asSystem((tx) =>
        tx.deadline.updateMany({ where: { requestId: sent.requestId, subject: "ANSWER" }, data: { state } }),
      );
    await judge("missed");
    expect((await deskReport(own.manager, today)).all).toMatchObject({ answered: 1, judged: 1, onTime: 0 });
    await judge("cancelled");
    expect((await deskReport(own.manager, today)).all).toMatchObject({ answered: 1, judged: 0, onTime: 0 });
    await judge("met");
    expect((await deskReport(own.manager, before)).all).toMatchObject({ answered: 0, answerMedian: null });
    await expect(deskReport(own.liaison, today)).rejects.toMatchObject({ code: "not-allowed" });
    expect((await deskReport(own.commander, today)).all).toMatchObject({ open: 0, answered: 0 });
    expect(await countQueue(own.liaison)).toMatchObject({ open: 0, answered: 1 });
    expect(await deskFigures(own.manager)).toMatchObject({
      open: 0,
      overdue: 0,
      answers: 1,
      medianMinutes: 0,
    });
    // The tile counts the same days as the report of the last thirty, from midnight in Viet Nam on.
    const month = answeredRange({}, new Date());
    const begin = startOf(month.from).getTime();
    for (const [at, count] of [
      [begin, 1],
      [begin - 1, 0],
    ] as const) {
      await asSystem(
        (tx) =>
          tx.$executeRaw`update request set answered_at = ${new Date(at)} where id = ${sent.requestId}::uuid`,
      );
      expect((await deskFigures(own.manager)).answers).toBe(count);
      expect((await deskReport(own.manager, month)).all.answered).toBe(count);
    }
  });
});
