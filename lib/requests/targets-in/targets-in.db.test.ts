import ExcelJS from "exceljs";
import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { addCaseTargets } from "@/lib/cases/commands";
import { addTargetsInput } from "@/lib/cases/schema";
import { asSystem, closeDatabase } from "@/lib/db";
import { makePerson } from "@/prisma/factories/people";
import { type Scene, setScene } from "@/prisma/factories/scene";
import { getCaseToFill, readTargetFile, takeTargetBook } from "./queries";
import type { TargetSheetRow } from "./types";

afterAll(closeDatabase);

const listOf = (lines: string[]) => ({
  name: "ds.csv",
  bytes: Buffer.from(["Số tài khoản;Ngân hàng;Chủ tài khoản", ...lines].join("\n")),
});
async function rowsOf(actor: Actor, caseId: string, lines: string[], kindCode?: string) {
  const read = await readTargetFile(
    actor,
    { caseId, ...(kindCode ? { kindCode } : {}) },
    listOf(lines),
    "vi",
  );
  if (!read.ok) throw new Error(read.code);
  return read.preview.rows;
}
/** As the screen stores a part. */
const store = (actor: Actor, caseId: string, rows: TargetSheetRow[], key: string = randomUUID()) =>
  addCaseTargets(
    actor,
    addTargetsInput.parse({
      key,
      caseId,
      targets: rows.map(({ kind, value, institutionId, holderName }) => ({
        kind,
        value,
        institutionId: institutionId ?? undefined,
        holderName: holderName || undefined,
      })),
    }),
  );
const accounts = (scene: Scene, count: number) =>
  Array.from(
    { length: count },
    (_, index) => `00710${String(index).padStart(8, "0")};${scene.bank.name};NGUYEN VAN ${index}`,
  );

describe("a list of targets", () => {
  it("is stored in parts, each once, findable at once, and its rows say so afterwards", async () => {
    const scene = await setScene();
    const lines = accounts(scene, 150);
    const rows = await rowsOf(scene.investigator, scene.caseId, lines);
    expect(
      rows.every(({ state, institutionId }) => state === "ready" && institutionId === scene.bank.id),
    ).toBe(true);
    const key = randomUUID();
    const first = rows.slice(0, 100);
    const [one, two] = await Promise.all([
      store(scene.investigator, scene.caseId, first, key),
      store(scene.investigator, scene.caseId, first, key),
    ]);
    expect(one).toEqual(two);
    const halfway = await rowsOf(scene.investigator, scene.caseId, lines);
    expect(halfway.filter(({ state }) => state === "same").map(({ targetId }) => targetId)).toEqual(
      one.targetIds,
    );
    await store(
      scene.investigator,
      scene.caseId,
      halfway.filter(({ state }) => state === "ready"),
    );
    const stored = await asSystem((tx) =>
      tx.target.findMany({ where: { caseId: scene.caseId, value: { startsWith: "00710" } } }),
    );
    expect(stored).toHaveLength(150);
    const found = await asSystem((tx) =>
      tx.searchEntry.count({
        where: { caseId: scene.caseId, subject: "target", exact: { startsWith: "00710" } },
      }),
    );
    expect(found).toBe(150);
  });

  it("stored by two at once leaves one of each", async () => {
    const scene = await setScene();
    const rows = await rowsOf(scene.investigator, scene.caseId, accounts(scene, 20));
    const both = await Promise.all([
      store(scene.investigator, scene.caseId, rows),
      store(scene.commander, scene.caseId, rows),
    ]);
    expect(both[0]!.targetIds).toEqual(both[1]!.targetIds);
  });

  it("is read for a request with its amounts", async () => {
    const scene = await setScene();
    const bytes = Buffer.from(`STK;Ngân hàng;Số tiền tranh chấp\n0071000123456;${scene.bank.name};45tr`);
    const read = await readTargetFile(
      scene.investigator,
      { caseId: scene.caseId, kindCode: "ACCOUNT_SUSPEND" },
      { name: "a.csv", bytes },
      "vi",
    );
    expect(read).toMatchObject({
      ok: true,
      preview: { rows: [{ state: "ready", ask: { disputedAmount: "45000000" } }] },
    });
  });

  it("belongs to whoever may add to the case; for all others there is no such case", async () => {
    const [scene, other] = [await setScene(), await setScene()];
    const analyst = await makePerson("analyst", scene.police);
    const colleague = await makePerson("investigator", scene.police);
    for (const actor of [other.investigator, scene.liaison, analyst, colleague]) {
      await expect(takeTargetBook(actor, { caseId: scene.caseId }, "vi")).rejects.toMatchObject({
        code: "not-found",
      });
      await expect(rowsOf(actor, scene.caseId, ["0071000123456;;"])).rejects.toMatchObject({
        code: "not-found",
      });
      expect(await getCaseToFill(actor, scene.caseId)).toBeNull();
    }
    expect(await getCaseToFill(scene.investigator, scene.caseId)).toMatchObject({ mayDraft: true });
  });

  it("has a template with a number, and the keepers of the kinds that were chosen", async () => {
    const scene = await setScene();
    const { bytes, name } = await takeTargetBook(
      scene.investigator,
      { caseId: scene.caseId, kinds: ["phone_number"] },
      "vi",
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
    expect(name).toBe(`${book.title}.xlsx`);
    const keepers = book.getWorksheet("lists")!.getColumn(2).values.slice(1);
    expect(keepers).toContain(scene.telecom.name);
    expect(keepers).not.toContain(scene.bank.name);
    const kept = await asSystem((tx) => tx.exportRecord.findMany({ where: { number: book.title } }));
    expect(kept).toMatchObject([{ kind: "targets_xlsx", rowCount: 0, caseId: scene.caseId }]);
  });

  it("is refused with the reason when it is no list", async () => {
    const { investigator, caseId } = await setScene();
    const read = (name: string, bytes: Buffer) =>
      readTargetFile(investigator, { caseId }, { name, bytes }, "vi");
    expect(await read("a.xls", Buffer.from("x"))).toEqual({ ok: false, code: "extension" });
    expect(await read("a.csv", Buffer.alloc(0))).toEqual({ ok: false, code: "empty" });
    expect(await read("a.xlsx", Buffer.from("MZ\u0000"))).toEqual({ ok: false, code: "mismatch" });
    expect(await read("a.csv", Buffer.from("1;2\n3;4"))).toEqual({ ok: false, code: "noHeads" });
    expect(await read("a.csv", Buffer.from('STK;NH\n"0071000123456;VCB\n0071000123457;VCB'))).toEqual({
      ok: false,
      code: "unexamined",
    });
  });
});
