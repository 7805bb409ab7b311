import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import type { CaseStatus } from "@/lib/generated/prisma/enums";
import { setScene } from "@/prisma/factories/scene";
import { write } from "@/prisma/factories/sides";
import { moveCase } from "./commands";
import { markNotified } from "./mark-notified";
import { getCase } from "./queries";

afterAll(closeDatabase);

/** A case of the scene that has gone this way; afterwards its limits by label. `late`: every limit is over when it first moves. */
async function limitsAfter(way: readonly CaseStatus[], late = false): Promise<Record<string, string>> {
  const scene = await setScene();
  const where = { caseId: scene.caseId, requestId: null };
  if (late)
    await asSystem((tx) => tx.deadline.updateMany({ where, data: { dueAt: new Date(Date.now() - 60_000) } }));
  for (const [index, to] of way.entries())
    await moveCase(scene.commander, {
      key: randomUUID(),
      caseId: scene.caseId,
      version: index + 1,
      to,
      decisionNumber: "12/QĐ-PA05",
      decisionDate: "2026-11-20",
      reason: "Theo quyết định của Cơ quan điều tra.",
    });
  const limits = await asSystem((tx) => tx.deadline.findMany({ where }));
  return Object.fromEntries(limits.map(({ label, state }) => [label, state]));
}

const verifying = ["CLASSIFYING", "VERIFYING"] as const;

describe("the legal limits of a report", () => {
  const told = { NOTIFY_PROCURACY_RECEIPT: "running" };
  const initiated = { ...told, RESULT_NOTICE: "running" };
  it.each<[string, CaseStatus[], Record<string, string>]>([
    ["received", [], { ...told, CLASSIFY_REPORT: "running", RESOLVE_REPORT: "running" }],
    ["verified", [...verifying], { ...told, CLASSIFY_REPORT: "met", RESOLVE_REPORT: "running" }],
    [
      "initiated",
      [...verifying, "INITIATED"],
      { ...initiated, CLASSIFY_REPORT: "met", RESOLVE_REPORT: "met" },
    ],
    [
      "not initiated",
      [...verifying, "NOT_INITIATED"],
      { ...initiated, CLASSIFY_REPORT: "met", RESOLVE_REPORT: "met" },
    ],
    [
      "transferred at once",
      ["TRANSFERRED"],
      { ...told, TRANSFER_OUT_OF_COMPETENCE: "running", CLASSIFY_REPORT: "met", RESOLVE_REPORT: "met" },
    ],
    [
      "suspended and taken up again",
      [...verifying, "SUSPENDED", "RESUMED", "VERIFYING"],
      {
        ...told,
        SUSPENSION_NOTICE: "running",
        RESUMED_RESOLUTION: "running",
        CLASSIFY_REPORT: "met",
        RESOLVE_REPORT: "met",
      },
    ],
    [
      "suspended while it was investigated, and taken up again",
      [...verifying, "INITIATED", "INVESTIGATING", "SUSPENDED", "RESUMED", "INVESTIGATING"],
      {
        ...initiated,
        SUSPENSION_NOTICE: "running",
        RESUMED_RESOLUTION: "cancelled",
        CLASSIFY_REPORT: "met",
        RESOLVE_REPORT: "met",
      },
    ],
    [
      "extended",
      [...verifying, "EXTENDED"],
      { ...told, CLASSIFY_REPORT: "met", RESOLVE_REPORT: "met", RESOLVE_REPORT_COMPLEX: "running" },
    ],
    [
      "extended and initiated",
      [...verifying, "EXTENDED", "INITIATED"],
      { ...initiated, CLASSIFY_REPORT: "met", RESOLVE_REPORT: "met", RESOLVE_REPORT_COMPLEX: "met" },
    ],
  ])("that is %s", async (_when, way, expected) => expect(await limitsAfter(way)).toEqual(expected));

  it("are missed by what comes after them", async () =>
    expect(await limitsAfter([...verifying, "INITIATED"], true)).toEqual({
      ...initiated,
      CLASSIFY_REPORT: "missed",
      RESOLVE_REPORT: "missed",
    }));
});

describe("a notice that the law asks of a case", () => {
  const noticeOf = (caseId: string) =>
    asSystem((tx) => tx.deadline.findFirstOrThrow({ where: { caseId, label: "NOTIFY_PROCURACY_RECEIPT" } }));

  it("ends when the unit says under which number it was sent, once", async () => {
    const { caseId, investigator, commander } = await setScene();
    const { id } = await noticeOf(caseId);
    const sent = { documentNumber: "15/TB-PA05", documentDate: "2026-11-20" };
    const input = { key: randomUUID(), caseId, version: 1, deadlineId: id, ...sent };
    await markNotified(investigator, input);
    expect((await noticeOf(caseId)).state).toBe("met");
    const { deadlines } = (await getCase(commander, caseId, "vi"))!;
    expect(deadlines.find((one) => one.id === id)).toMatchObject({
      isNotice: false,
      told: { number: sent.documentNumber, date: sent.documentDate },
    });
    await expect(markNotified(commander, { ...input, key: randomUUID(), version: 2 })).rejects.toMatchObject({
      code: "not-now",
    });
  });

  it("is no other limit, has no day to come, and is the unit's alone", async () => {
    const { caseId, investigator, liaison } = await setScene();
    const { id: deadlineId } = await noticeOf(caseId);
    const sent = { documentNumber: "15/TB", documentDate: "2026-11-20" };
    const input = () => ({ key: randomUUID(), caseId, version: 1, deadlineId, ...sent });
    const other = await asSystem((tx) =>
      tx.deadline.findFirstOrThrow({ where: { caseId, label: "RESOLVE_REPORT" } }),
    );
    await expect(markNotified(investigator, { ...input(), deadlineId: other.id })).rejects.toMatchObject({
      code: "not-now",
    });
    await expect(
      markNotified(investigator, { ...input(), documentDate: "2099-01-01" }),
    ).rejects.toMatchObject({ details: { fields: { documentDate: "date.future" } } });
    await expect(markNotified(liaison, input())).rejects.toMatchObject({ code: "not-found" });
    const foreign = await setScene();
    await expect(
      write(
        foreign.investigator,
        `insert into case_notice (deadline_id, case_id, document_number, document_date, noted_by_id)
          values ($1, $2, '1', '2026-11-20', app.user_id())`,
        [deadlineId, caseId],
      ),
    ).rejects.toThrow(/row-level security/);
  });
});
