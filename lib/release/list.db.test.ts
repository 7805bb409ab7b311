import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { addDays, startOf } from "@/lib/local-days";
import { dayOf } from "@/lib/day";
import { unpack } from "@/lib/packed";
import { type HeldScene, setHeldScene } from "@/prisma/factories/held";
import { makePerson } from "@/prisma/factories/people";
import { endsOf } from "./conditions";
import { takeHoldBook } from "./list-out/queries";
import { listHolds, searchHolds, sumHolds } from "./list";

let scene: HeldScene;
const today = () => dayOf(new Date());
/** Noon of a day of Viet Nam. */
const noon = (days: number) => new Date(startOf(addDays(today(), days)).getTime() + 12 * 3_600_000);
const setEnd = (holdId: string, untilAt: Date | null) =>
  asSystem((tx) => tx.hold.update({ where: { id: holdId }, data: { untilAt } }));

beforeAll(async () => {
  scene = await setHeldScene("ACCOUNT_SUSPEND");
  await setEnd(scene.holdIds[0]!, noon(1));
  await setEnd(scene.holdIds[1]!, noon(3));
});
afterAll(closeDatabase);

describe("the list of what is held", () => {
  it("says how soon a hold ends by days of Viet Nam", () => {
    const now = new Date("2026-11-22T16:30:00Z"); // 23:30 in Viet Nam
    expect(endsOf(null, now)).toBe("never");
    expect(endsOf(new Date("2026-11-22T16:29:00Z"), now)).toBe("overdue");
    expect(endsOf(new Date("2026-11-22T16:59:00Z"), now)).toBe("today");
    expect(endsOf(new Date("2026-11-22T17:00:00Z"), now)).toBe("tomorrow");
    expect(endsOf(new Date("2026-11-25T16:59:00Z"), now)).toBe("soon");
    expect(endsOf(new Date("2026-11-25T17:00:00Z"), now)).toBe("later");
  });

  it("is narrowed by the day of the end, by case and by both, and its sum follows", async () => {
    const { commander, caseId } = scene;
    const ids = async (filter: object) => (await listHolds(commander, filter)).rows.map(({ id }) => id);
    expect(await ids({})).toEqual(scene.holdIds);
    expect(await ids({ ends: "tomorrow" })).toEqual([scene.holdIds[0]]);
    expect(await ids({ ends: "soon" })).toEqual(scene.holdIds);
    expect(await ids({ ends: "today" })).toEqual([]);
    expect(await ids({ case: caseId, ends: "tomorrow" })).toEqual([scene.holdIds[0]]);
    expect(await sumHolds(commander, { ends: "tomorrow" })).toMatchObject({ count: 1, amount: "40000000" });
    const { rows } = await listHolds(commander, {});
    expect(rows.map(({ ends }) => ends)).toEqual(["tomorrow", "soon"]);
  });

  it("finds by account, case code, bank and name, blind to accents, within the filter and the own unit alone", async () => {
    const { commander } = scene;
    const [hold, other] = await asSystem((tx) =>
      tx.hold.findMany({ where: { requestId: scene.requestId }, orderBy: { amount: "desc" } }),
    );
    const { code } = await asSystem((tx) => tx.case.findUniqueOrThrow({ where: { id: scene.caseId } }));
    await asSystem((tx) =>
      tx.organisation.update({ where: { id: scene.bank.id }, data: { shortName: "Đông Phương" } }),
    );
    const find = async (text: string, filter = {}) =>
      unpack((await searchHolds(commander, { text, filter })).rows).map(({ id }) => id);
    const spaced = `${hold!.account.slice(2, 6)} ${hold!.account.slice(6, 10)}`;
    expect(await find(spaced)).toEqual([hold!.id]);
    for (const text of [code, code.toLowerCase(), "dong phuong", "ĐÔNG"])
      expect(await find(text)).toEqual([hold!.id, other!.id]);
    expect(await find("nguyen van duc")).toHaveLength(1);
    expect(await find("dong phuong", { ends: "tomorrow" })).toEqual([hold!.id]);
    expect(await find("100%_")).toEqual([]);
    // On the connections that searched a long word: a short one is no part of an account, and another statement.
    expect(await find("Lê")).toHaveLength(1);
    expect(await find("đô")).toEqual([hold!.id, other!.id]);
    const { sums } = await searchHolds(commander, { text: spaced, filter: {} });
    expect(sums).toMatchObject({ count: 1, amount: "40000000" });
    const stranger = await setHeldScene("ACCOUNT_SUSPEND");
    expect((await searchHolds(stranger.commander, { text: spaced, filter: {} })).sums.count).toBe(0);
    expect((await searchHolds(scene.liaison, { text: spaced, filter: {} })).sums.count).toBe(0);
  });

  it("leaves as a numbered and recorded workbook whose formulas do not run; foreign cases and other sides get nothing", async () => {
    await asSystem((tx) =>
      tx.requestItem.updateMany({
        where: { requestId: scene.requestId, position: 1 },
        data: { holderName: "=1+1" },
      }),
    );
    const { name, bytes } = await takeHoldBook(scene.commander, { filter: { case: scene.caseId } }, "vi");
    expect(name).toMatch(/^XK-\d{4}-\d{6,}\.xlsx$/);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
    const sheet = book.getWorksheet("Tiền đang giữ")!;
    expect(sheet.rowCount).toBe(3);
    expect(sheet.getColumn(4).values.slice(2)).toEqual([40_000_000, 30_000_000]);
    const names = (sheet.getColumn(2).values as string[]).slice(2);
    expect(names.filter((each) => each === "'=1+1")).toHaveLength(1);
    const record = await asSystem((tx) =>
      tx.exportRecord.findFirstOrThrow({ where: { number: name.replace(".xlsx", "") } }),
    );
    expect(record).toMatchObject({ kind: "holds_xlsx", rowCount: 2, caseId: scene.caseId });
    const stranger = await setHeldScene("ACCOUNT_SUSPEND");
    for (const actor of [stranger.commander, scene.liaison, await makePerson("auditor", scene.police)])
      await expect(takeHoldBook(actor, { filter: { case: scene.caseId } }, "vi")).rejects.toMatchObject({
        code: "not-found",
      });
    await expect(
      takeHoldBook(scene.commander, { filter: {}, text: "không có gì" }, "vi"),
    ).rejects.toMatchObject({ code: "not-now" });
  });
});
