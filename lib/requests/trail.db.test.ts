import { randomUUID } from "node:crypto";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { getCaseLedger } from "@/lib/money/queries";
import { answerItem } from "@/lib/requests/desk/answers";
import { makeOrganisation, makePerson, type Unit } from "@/prisma/factories/people";
import { makeAcknowledged, type Scene, setScene } from "@/prisma/factories/scene";
import { exportTrail, type TrailFileWords } from "@/lib/money/trail/export";
import { getTrail } from "@/lib/money/trail/queries";
import { trailStatuses } from "@/lib/money/trail/status";

let scene: Scene;
let stranger: Scene;
let sealed: Scene;
let second: Unit;
const next = "190355278810";
beforeAll(async () => {
  [scene, stranger, sealed] = [await setScene(), await setScene(), await setScene({ restricted: true })];
  second = await makeOrganisation("bank", { provinceCode: null });
  const { requestId } = await makeAcknowledged(scene);
  const items = await asSystem((tx) =>
    tx.requestItem.findMany({ where: { requestId }, orderBy: { position: "asc" } }),
  );
  const answer = (index: number, told: Record<string, unknown>) =>
    answerItem(scene.liaison, {
      key: randomUUID(),
      requestId,
      itemId: items[index]!.id,
      itemVersion: 1,
      answer: told,
    });
  const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();
  const onward = {
    at: at(40),
    amount: "30000000",
    toInstitutionId: second.id,
    toAccount: next,
    toName: "=HOA",
  };
  await answer(0, { outcome: "HELD", amount: "20000000", transfers: [onward] });
  await answer(1, {
    outcome: "CASHED_OUT",
    cashOuts: [{ amount: "45000000", at: at(30), channel: "atm", place: "Hà Nội" }],
  });
});
afterAll(closeDatabase);

const words = {
  title: "Dòng tiền",
  mark: ({ number }: { number: string }) => number,
  drawing: {
    status: Object.fromEntries(trailStatuses.map((name) => [name, name])),
    layer: (layer: number) => `Lớp ${layer}`,
    victims: "Bị hại",
    unlinked: "Ngoài",
    noHolder: "?",
    noInstitution: "?",
    paid: "Đã chuyển",
    digits: String,
    times: String,
    foot: {
      entered: "Tiền vào",
      held: "Giữ",
      cashedOut: "Rút",
      movedOn: "Đi",
      pending: "Chờ",
      unasked: "Chưa hỏi",
      unexplained: "Chưa rõ",
    },
  },
  sheets: {
    sums: {},
    status: {},
    sheet: { accounts: "Tài khoản", transfers: "Khoản chuyển", ledger: "Sổ cái" },
    statusHead: "",
    reference: "",
    first: "",
  },
} as unknown as TrailFileWords;
const take = (actor: Actor, caseId: string, format: "svg" | "xlsx") =>
  exportTrail(actor, { caseId, format }, words);

describe("the trail of a case", () => {
  it("shows victim, accounts and the next layer, with the ledger of the case page", async () => {
    const view = (await getTrail(scene.investigator, scene.caseId))!;
    expect(view.mayDraft).toBe(true);
    // Two of one layer and one instant stand in the order of their ids, which are drawn.
    expect(view.nodes.map(({ layer, status }) => `${layer} ${status}`).sort()).toEqual([
      "0 victim",
      "1 cashedOut",
      "1 partlyHeld",
      "2 unasked",
    ]);
    expect(view.nodes[3]).toMatchObject({
      account: next,
      name: "=HOA",
      sums: { pending: "30000000" },
      requests: [],
    });
    expect(view.edges.map(({ amount, traced, isPayment }) => [amount, traced, isPayment])).toEqual([
      ["50000000", "50000000", true],
      ["50000000", "50000000", true],
      ["30000000", "30000000", false],
    ]);
    expect(view.edges[2]!.requestIds).toEqual([view.nodes[1]!.requests[0]!.id]);
    expect(view.next).toMatchObject([{ kind: "bank_account", nodes: ["a2"], waiting: "30000000" }]);
    expect(view.ledger).toEqual(await getCaseLedger(scene.investigator, scene.caseId));
    expect(view.ledger).toMatchObject({
      reported: "100000000",
      held: "20000000",
      cashedOut: "45000000",
      unasked: "30000000",
      unexplained: "5000000",
    });
  });

  it("is there for those who read the case and for nobody else", async () => {
    const upper = await makePerson("commander", scene.police);
    for (const actor of [scene.commander, upper, await makePerson("analyst", scene.police)])
      expect(await getTrail(actor, scene.caseId)).not.toBeNull();
    const others = [
      stranger.investigator,
      stranger.commander,
      scene.liaison,
      scene.manager,
      scene.telecomLiaison,
      await makePerson("liaison", second),
      await makePerson("prosecutor", scene.procuracy),
      await makePerson("leader", scene.police),
      await makePerson("auditor", scene.police),
    ];
    for (const actor of others) {
      expect(await getTrail(actor, scene.caseId)).toBeNull();
      await expect(take(actor, scene.caseId, "svg")).rejects.toMatchObject({ code: "not-found" });
      await expect(take(actor, randomUUID(), "svg")).rejects.toMatchObject({ code: "not-found" });
    }
  });

  it("of a restricted case is there for its members alone", async () => {
    expect(await getTrail(sealed.investigator, sealed.caseId)).not.toBeNull();
    expect(await getTrail(sealed.commander, sealed.caseId)).toBeNull();
    expect(await getTrail(await makePerson("investigator", sealed.police), sealed.caseId)).toBeNull();
  });

  it("leaves as a drawing and as a spreadsheet, each with its number and its line in the record", async () => {
    const drawing = await take(scene.investigator, scene.caseId, "svg");
    expect(drawing.bytes.toString()).toContain(drawing.mark.number);
    expect(drawing.bytes.toString()).toContain("1903 5527 8810");
    const sheet = await take(scene.investigator, scene.caseId, "xlsx");
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(sheet.bytes as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(["Tài khoản", "Khoản chuyển", "Sổ cái"]);
    const accounts = book.worksheets[0]!;
    expect(accounts.getCell("A2").value).toBe(sheet.mark.number);
    expect(accounts.getRow(7).getCell(4).value).toBe("'=HOA");
    expect(accounts.getRow(7).getCell(8).value).toBe(30_000_000);
    const ledger = book.worksheets[2]!;
    expect(ledger.lastRow!.getCell(2).value).toBe(100_000_000);
    const lines = await asActor(scene.investigator, (tx) =>
      tx.event.findMany({ where: { caseId: scene.caseId, type: "export.made" }, select: { changes: true } }),
    );
    expect(lines).toHaveLength(2);
  });
});
