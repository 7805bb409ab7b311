import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { dayOf } from "@/lib/day";
import { asSystem, closeDatabase } from "@/lib/db";
import type { CaseStatus } from "@/lib/generated/prisma/enums";
import { addDays, startOf } from "@/lib/local-days";
import { setScene } from "@/prisma/factories/scene";
import { write } from "@/prisma/factories/sides";
import { beginLimit } from "./begin-limit";
import { moveCase } from "./commands";
import { markNotified } from "./mark-notified";
import type { paperLimits } from "./notices";
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

describe("a limit that begins with a paper", () => {
  const versionOf = async (caseId: string) =>
    (await asSystem((tx) => tx.case.findUniqueOrThrow({ where: { id: caseId } }))).version;
  const limits = (caseId: string, label: string) =>
    asSystem((tx) => tx.deadline.findMany({ where: { caseId, label }, orderBy: { id: "asc" } }));
  const paper = { documentNumber: "7/BB-PA05", documentDate: dayOf(new Date()) };
  const begin = async (actor: Actor, caseId: string, limit: (typeof paperLimits)[number], over = {}) =>
    beginLimit(actor, {
      key: randomUUID(),
      caseId,
      version: await versionOf(caseId),
      limit,
      ...paper,
      ...over,
    });
  const tell = async (actor: Actor, caseId: string, deadlineId: string, extendedUntil?: string) =>
    markNotified(actor, {
      key: randomUUID(),
      caseId,
      version: await versionOf(caseId),
      deadlineId,
      ...paper,
      extendedUntil,
    });
  const extended = async () => {
    const scene = await setScene();
    for (const [index, to] of ([...verifying, "EXTENDED"] as const).entries())
      await moveCase(scene.commander, {
        key: randomUUID(),
        caseId: scene.caseId,
        version: index + 1,
        to,
        decisionNumber: "12/QĐ-PA05",
        decisionDate: "2026-11-20",
        reason: "Vụ việc phức tạp, cần thêm thời gian.",
      });
    return scene;
  };

  it("of what was collected is five days from each, and ends when it was passed on", async () => {
    const { caseId, investigator, commander, liaison } = await setScene();
    await begin(investigator, caseId, "EVIDENCE_TO_PROCURACY");
    await begin(investigator, caseId, "EVIDENCE_TO_PROCURACY");
    const [first, second] = await limits(caseId, "EVIDENCE_TO_PROCURACY");
    expect([first!.state, second!.state]).toEqual(["running", "running"]);
    expect(first!.startsAt).toEqual(startOf(paper.documentDate));
    expect(first!.policy).toMatchObject({ unit: "calendar-days", value: 5 });
    await tell(investigator, caseId, first!.id);
    const { deadlines } = (await getCase(commander, caseId, "vi"))!;
    expect(deadlines.find(({ id }) => id === first!.id)).toMatchObject({
      state: "met",
      begun: { number: paper.documentNumber, date: paper.documentDate },
    });
    const tomorrow = addDays(paper.documentDate, 1);
    await expect(
      begin(investigator, caseId, "EVIDENCE_TO_PROCURACY", { documentDate: tomorrow }),
    ).rejects.toMatchObject({ details: { fields: { documentDate: "date.future" } } });
    await expect(begin(liaison, caseId, "EVIDENCE_TO_PROCURACY")).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(
      write(
        investigator,
        "insert into case_limit_begin (deadline_id, case_id, document_number, begun_on, noted_by_id) values ($1, $2, '1', $3, app.user_id())",
        [second!.id, caseId, tomorrow],
      ),
    ).rejects.toThrow(/row-level security|duplicate key/);
  });

  it("of a request for an extension judges the request, waits for the decision, and moves the end within the law", async () => {
    const { caseId, investigator, commander } = await extended();
    await begin(investigator, caseId, "PROCURACY_DECIDES_EXTENSION");
    await expect(begin(investigator, caseId, "PROCURACY_DECIDES_EXTENSION")).rejects.toMatchObject({
      code: "not-now",
    });
    const [complex] = await limits(caseId, "RESOLVE_REPORT_COMPLEX");
    const [before] = await limits(caseId, "EXTENSION_REQUEST_BEFORE");
    expect(before!.state).toBe("met");
    expect(complex!.dueAt.getTime() - before!.dueAt.getTime()).toBe(5 * 86_400_000);
    const [decides] = await limits(caseId, "PROCURACY_DECIDES_EXTENSION");
    const [{ latest }] = (await asSystem(
      (tx) => tx.$queryRaw`select app.latest_case_extension(${caseId}::uuid)::text as latest`,
    )) as [{ latest: string }];
    await expect(tell(commander, caseId, decides!.id, addDays(latest, 1))).rejects.toMatchObject({
      details: { fields: { extendedUntil: "date.extendedTooLong" } },
    });
    await expect(
      write(
        investigator,
        "insert into case_notice (deadline_id, case_id, document_number, document_date, extended_until, noted_by_id) values ($1, $2, '1', $3, $4, app.user_id())",
        [decides!.id, caseId, paper.documentDate, addDays(latest, 1)],
      ),
    ).rejects.toThrow(/gives no such extension/);
    await tell(commander, caseId, decides!.id, latest);
    expect((await limits(caseId, "RESOLVE_REPORT_COMPLEX"))[0]!.state).toBe("cancelled");
    expect((await limits(caseId, "EXTENSION_MAX"))[0]).toMatchObject({
      state: "running",
      dueAt: startOf(addDays(latest, 1)),
    });
  });

  it("asks nobody for more time where no complex limit runs", async () => {
    const { caseId, investigator } = await setScene();
    await expect(begin(investigator, caseId, "PROCURACY_DECIDES_EXTENSION")).rejects.toMatchObject({
      code: "not-now",
    });
  });
});
