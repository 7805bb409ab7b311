import ExcelJS from "exceljs";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { restrictCase } from "@/lib/cases/commands";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { answerItems } from "@/lib/requests/desk/answers";
import { answersInput } from "@/lib/requests/schema";
import { makePerson } from "@/prisma/factories/people";
import { issue, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { listedFilter } from "./filter";
import { outcomeLabel } from "@/lib/requests/sheets/words";
import { sheetsOfFile } from "@/lib/sheets/sheets-of-file";
import { getListed, takeRequestBook } from "./queries";

let scene: Scene;
let requestId: string;
beforeAll(async () => {
  scene = await setScene();
  ({ requestId } = await issue(scene, await makeDraft(scene)));
  await answerFirst();
});
afterAll(closeDatabase);

/** The first account is held in part, the rest moved on; whoever wrote it tried a formula. */
async function answerFirst() {
  const [item] = await asActor(scene.liaison, (tx) =>
    tx.requestItem.findMany({ where: { requestId }, orderBy: { position: "asc" } }),
  );
  const at = new Date(Date.now() - 20 * 60_000).toISOString();
  await answerItems(
    scene.liaison,
    answersInput.parse({
      key: randomUUID(),
      requestId,
      answers: [
        {
          itemId: item!.id,
          itemVersion: item!.version,
          answer: {
            outcome: "HELD",
            amount: "20000000",
            transfers: [
              {
                at,
                amount: "30000000",
                toInstitutionId: scene.bank.id,
                toAccount: "0071000555666",
                toName: "=HYPERLINK(1)",
              },
            ],
          },
        },
      ],
    }),
  );
}

async function bookOf(actor: Actor, query: object = { view: "all" }, reason?: string) {
  const { bytes, name } = await takeRequestBook(actor, listedFilter.parse(query), reason, "vi");
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const sheets = await sheetsOfFile(name, Buffer.from(bytes), 6_000);
  const rows = (sheet: string) => {
    const [heads, ...lines] = sheets.find((each) => each.name === sheet)?.rows ?? [];
    return lines.map(({ cells }) =>
      Object.fromEntries((heads?.cells ?? []).map((head, at) => [String(head), cells[at] ?? null])),
    );
  };
  return { book, name, rows };
}

describe("the list of requests as a file", () => {
  it("has each request with its amounts, its targets with their answers, and the money on its own sheet", async () => {
    const { book, name, rows } = await bookOf(scene.commander);
    expect(name).toBe(`${book.title}.xlsx`);
    const [line, ...others] = rows("Yêu cầu");
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      "Nơi nhận": scene.bank.name,
      "Trạng thái": "Trả lời một phần",
      "Số đối tượng": 2,
      "Đã trả lời": 1,
      "Số tiền yêu cầu": 100_000_000,
      "Đã giữ": 20_000_000,
      "Đã chuyển đi": 30_000_000,
    });
    expect(line!["Ban hành"]).toBeInstanceOf(Date);
    const targets = rows("Đối tượng và trả lời");
    expect(
      targets.map((target) => [target["STT"], target["Kết quả"] ?? "", target["Đã giữ"] ?? null]),
    ).toEqual([
      [1, outcomeLabel("vi", "HELD"), 20_000_000],
      [2, "", null],
    ]);
    expect(String(targets[0]!["Đối tượng"])).toMatch(/^\d{12}$/);
    const [moved] = rows("Chuyển đi");
    expect(moved).toMatchObject({
      "Số tiền": 30_000_000,
      "Số tài khoản": "0071000555666",
      "Tên chủ tài khoản": "'=HYPERLINK(1)",
    });
    const kept = await asSystem((tx) => tx.exportRecord.findMany({ where: { number: book.title } }));
    expect(kept).toMatchObject([
      { kind: "requests_xlsx", rowCount: 2, membershipId: scene.commander.membershipId },
    ]);
    expect(kept[0]!.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is the list as it was filtered, and one case's", async () => {
    const none = { view: "draft" };
    expect(await getListed(scene.commander, listedFilter.parse(none))).toMatchObject({
      requests: 0,
      targets: 0,
    });
    await expect(bookOf(scene.commander, none)).rejects.toMatchObject({ code: "not-now" });
    const ofCase = { view: "all", case: scene.caseId };
    expect(await getListed(scene.commander, listedFilter.parse(ofCase))).toMatchObject({
      requests: 1,
      targets: 2,
    });
    expect(
      (await bookOf(scene.investigator, { view: "open", addressee: scene.bank.id })).rows("Yêu cầu"),
    ).toHaveLength(1);
    expect(
      await getListed(scene.commander, listedFilter.parse({ view: "open", addressee: scene.telecom.id })),
    ).toMatchObject({ requests: 0 });
  });

  it("is nobody else's", async () => {
    const other = await setScene();
    expect(await getListed(other.commander, listedFilter.parse({ view: "all" }))).toMatchObject({
      requests: 0,
    });
    for (const [actor, query] of [
      [other.commander, { case: scene.caseId }],
      [scene.commander, { case: randomUUID() }],
      [scene.liaison, { view: "all" }],
      [await makePerson("auditor", scene.police), { view: "all" }],
    ] as const) {
      expect(await getListed(actor, listedFilter.parse(query))).toBeNull();
      await expect(bookOf(actor, query)).rejects.toMatchObject({ code: "not-found" });
    }
  });

  it("leaves a restricted case to its members", async () => {
    const sealed = await setScene();
    await issue(sealed, await makeDraft(sealed));
    const found = await asActor(sealed.commander, (tx) =>
      tx.case.findUniqueOrThrow({ where: { id: sealed.caseId } }),
    );
    const restricted = { caseId: sealed.caseId, version: found.version, restricted: true };
    await restrictCase(sealed.commander, {
      key: randomUUID(),
      ...restricted,
      reason: "Vụ việc có yếu tố nhạy cảm.",
    });
    const colleague = await makePerson("investigator", sealed.police);
    expect(await getListed(colleague, listedFilter.parse({ view: "all" }))).toMatchObject({ requests: 0 });
    expect(await getListed(colleague, listedFilter.parse({ case: sealed.caseId }))).toBeNull();
    expect(await getListed(sealed.investigator, listedFilter.parse({ view: "all" }))).toMatchObject({
      requests: 1,
    });
  });

  it("asks for a reason beyond 500 targets and stops at 5,000", async () => {
    const many = await setScene();
    const drafted = await makeDraft(many);
    const counted = (count: number) =>
      asSystem((tx) =>
        statement(tx, "update request set item_count = $2 where id = $1", [drafted.requestId, count]),
      );
    await counted(501);
    for (const reason of [undefined, "  "])
      await expect(bookOf(many.commander, { view: "all" }, reason)).rejects.toMatchObject({
        code: "invalid",
        details: { fields: { reason: "required" } },
      });
    expect((await bookOf(many.commander, { view: "all" }, "Báo cáo tuần")).rows("Yêu cầu")).toHaveLength(1);
    await counted(5_001);
    expect(await getListed(many.commander, listedFilter.parse({ view: "all" }))).toMatchObject({
      isTooMany: true,
    });
    await expect(bookOf(many.commander, { view: "all" }, "Báo cáo tuần")).rejects.toMatchObject({
      details: { fields: { filter: "export.tooLarge" } },
    });
  });
});
