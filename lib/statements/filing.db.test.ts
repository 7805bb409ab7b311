import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asSystem, closeDatabase } from "@/lib/db";
import { localDay } from "@/lib/figures/count";
import { report as reportOf, setScene } from "@/prisma/factories/scene";
import { basesOf } from "@/prisma/seed/story/issue";
import { fileStatement } from "./commands";
import { readStatement } from "./queries";
import { fileStatementInput } from "./schema";

afterAll(closeDatabase);

/** A text of its own: the scene's case holds the factory's. */
const report = (bankId: string) => ({ ...reportOf(bankId), summary: `Bị hại trình báo: ${randomUUID()}` });
type Typed = ReturnType<typeof report>;
const suspension = (typed: Typed, bankId: string, place = 0) => ({
  kindCode: "ACCOUNT_SUSPEND" as const,
  addresseeOrgId: bankId,
  urgency: "emergency" as const,
  grounds: "Theo trình báo, người bị hại đã chuyển tiền theo yêu cầu của đối tượng.",
  legalBases: basesOf.ACCOUNT_SUSPEND,
  targets: [
    {
      kind: "bank_account" as const,
      value: typed.payments[place]!.toAccount,
      institutionId: bankId,
      disputedAmount: "50000000",
    },
  ],
});
const file = (actor: Actor, parts: object) =>
  fileStatement(actor, fileStatementInput.parse({ key: randomUUID(), handIn: true, ...parts }));
const counted = (unitId: string) =>
  asSystem(async (tx) => ({
    cases: await tx.case.count({ where: { unitId } }),
    requests: await tx.request.count({ where: { requesterOrgId: unitId } }),
  }));

describe("a statement", () => {
  it("becomes a case with all its requests handed in, once per key", async () => {
    const { investigator, bank, telecom } = await setScene();
    const { key, ...typed } = report(bank.id);
    const input = fileStatementInput.parse({
      key,
      handIn: true,
      report: typed,
      requests: [
        suspension({ key, ...typed }, bank.id),
        {
          ...suspension({ key, ...typed }, bank.id),
          kindCode: "SUBSCRIBER_INFO",
          addresseeOrgId: telecom.id,
          legalBases: basesOf.SUBSCRIBER_INFO,
          targets: [{ kind: "phone_number", value: "+84 987 654 321" }],
        },
      ],
    });
    const [filed, again] = await Promise.all([
      fileStatement(investigator, input),
      fileStatement(investigator, input),
    ]);
    expect(again).toEqual(filed);
    const requests = await asSystem((tx) =>
      tx.request.findMany({
        where: { id: { in: filed.requestIds } },
        include: { items: true },
        orderBy: { code: "asc" },
      }),
    );
    expect(
      requests.map(({ status, kindCode, caseId, disputedAmount }) => [
        status,
        kindCode,
        caseId,
        disputedAmount,
      ]),
    ).toEqual([
      ["PENDING_SIGNATURE", "ACCOUNT_SUSPEND", filed.caseId, 50_000_000n],
      ["PENDING_SIGNATURE", "SUBSCRIBER_INFO", filed.caseId, 0n],
    ]);
    expect(requests[1]?.items[0]?.value).toBe("0987654321");
  });

  it("hands in what a kind asks of each target, and says at which field it is missing", async () => {
    const { investigator, bank, telecom } = await setScene();
    const stop = (details?: object) => ({
      kindCode: "CALL_BLOCK",
      addresseeOrgId: telecom.id,
      urgency: "normal",
      grounds: "Theo trình báo, người bị hại đã chuyển tiền theo yêu cầu của đối tượng.",
      legalBases: ["decree-163-2024:Điều 18"],
      targets: [{ kind: "phone_number", value: "+66 81 234 5678", ...(details && { details }) }],
    });
    const parts = () => ({
      report: { ...report(bank.id), targets: [{ kind: "phone_number", value: "+66 81 234 5678" }] },
    });
    await expect(file(investigator, { ...parts(), requests: [stop()] })).rejects.toMatchObject({
      details: { fields: { "requests.0.targets.0.details.origin": "required" } },
    });
    const { requestIds } = await file(investigator, { ...parts(), requests: [stop({ origin: "foreign" })] });
    const items = await asSystem((tx) => tx.requestItem.findMany({ where: { requestId: requestIds[0]! } }));
    expect(items.map(({ value, details }) => [value, details])).toEqual([
      ["+66812345678", { origin: "foreign" }],
    ]);
  });

  it("leaves nothing behind when one request is refused, and says which", async () => {
    const scene = await setScene();
    const typed = report(scene.bank.id);
    const before = await counted(scene.police.id);
    const filing = file(scene.investigator, {
      report: typed,
      requests: [suspension(typed, scene.bank.id), suspension(typed, scene.telecom.id, 1)],
    });
    await expect(filing).rejects.toMatchObject({ code: "invalid" });
    await expect(filing).rejects.toHaveProperty(
      ["details", "fields"],
      expect.objectContaining({ "requests.1.targets.0.value": "target.wrongKind" }),
    );
    expect(await counted(scene.police.id)).toEqual(before);
  });

  it("asks for no more than its payments brought to the account", async () => {
    const scene = await setScene();
    const typed = report(scene.bank.id);
    const request = suspension(typed, scene.bank.id);
    await expect(
      file(scene.investigator, {
        report: typed,
        requests: [{ ...request, targets: [{ ...request.targets[0], disputedAmount: "50000001" }] }],
      }),
    ).rejects.toMatchObject({
      details: { fields: { "requests.0.targets.0.disputedAmount": "money.beyondTrail" } },
    });
  });

  it("adds to a case: payments, loss, first transfer, its text as a note", async () => {
    const scene = await setScene();
    const { payments } = report(scene.bank.id);
    const early = new Date(Date.now() - 3 * 3_600_000).toISOString();
    const filed = await file(scene.investigator, {
      handIn: false,
      addition: {
        caseId: scene.caseId,
        text: "Bị hại trình báo thêm một lần chuyển.",
        payments: [{ ...payments[0], at: early, amount: "7000000" }],
      },
      requests: [],
    });
    const notes = await asSystem((tx) => tx.caseNote.count({ where: { caseId: filed.caseId } }));
    const found = await asSystem((tx) =>
      tx.case.findUniqueOrThrow({ where: { id: filed.caseId }, include: { payments: true } }),
    );
    expect([found.reportedLoss, found.firstTransferAt?.toISOString(), found.payments.length, notes]).toEqual([
      107_000_000n,
      early,
      3,
      1,
    ]);
  });

  it("counts what is added to a case of yesterday on the day of its report", async () => {
    const scene = await setScene();
    const yesterday = new Date(Date.now() - 86_400_000);
    await asSystem((tx) =>
      tx.case.update({ where: { id: scene.caseId }, data: { createdAt: yesterday, reportedAt: yesterday } }),
    );
    const { payments } = report(scene.bank.id);
    await file(scene.investigator, {
      handIn: false,
      addition: {
        caseId: scene.caseId,
        text: "Bị hại trình báo thêm một lần chuyển.",
        payments: [{ ...payments[0], amount: "7000000" }],
      },
      requests: [],
    });
    const counted = await asSystem((tx) =>
      tx.figureDelta.findMany({ where: { caseId: scene.caseId, amount: 7_000_000n } }),
    );
    expect(counted.map(({ measure, day }) => [measure, day])).toEqual([
      ["case.reported", localDay(yesterday)],
    ]);
  });

  it("takes the same text into a second case only when it is said", async () => {
    const scene = await setScene();
    const text = `Trình báo ${randomUUID()}: bị hại chuyển tiền hai lần.`;
    const told = () => ({ report: { ...report(scene.bank.id), summary: text }, requests: [] });
    const both = await Promise.allSettled([
      file(scene.investigator, told()),
      file(scene.investigator, told()),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "invalid", details: { fields: { again: "statement.filedBefore" } } },
    });
    const reading = await readStatement(scene.investigator, text);
    const first = both.find((each) => each.status === "fulfilled")?.value;
    expect(reading.filed).toMatchObject({ caseId: first?.caseId, code: first?.code });
    const addition = { addition: { caseId: scene.caseId, text }, requests: [] };
    await expect(file(scene.investigator, addition)).rejects.toMatchObject({ code: "invalid" });
    const again = await file(scene.investigator, { ...addition, again: true });
    expect((await readStatement(scene.investigator, text)).filed).toMatchObject({ caseId: again.caseId });
    const other = await setScene();
    expect((await readStatement(other.investigator, text)).filed).toBeNull();
  });

  it("is for the case's own people: another unit's case looks like none", async () => {
    const [own, foreign] = [await setScene(), await setScene()];
    const addition = (caseId: string) => ({
      addition: { caseId, text: "Thử bổ sung vào vụ khác." },
      requests: [],
    });
    await expect(file(own.investigator, addition(foreign.caseId))).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(file(own.investigator, addition(randomUUID()))).rejects.toMatchObject({ code: "not-found" });
    await expect(file(own.liaison, { report: report(own.bank.id), requests: [] })).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(file(own.investigator, { requests: [] })).rejects.toMatchObject({ code: "invalid" });
  });
});
