import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import type { CaseStatus } from "@/lib/generated/prisma/enums";
import { setScene } from "@/prisma/factories/scene";
import { moveCase } from "./commands";

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
  it.each<[string, CaseStatus[], Record<string, string>]>([
    ["received", [], { CLASSIFY_REPORT: "running", RESOLVE_REPORT: "running" }],
    ["verified", [...verifying], { CLASSIFY_REPORT: "met", RESOLVE_REPORT: "running" }],
    ["initiated", [...verifying, "INITIATED"], { CLASSIFY_REPORT: "met", RESOLVE_REPORT: "met" }],
    ["not initiated", [...verifying, "NOT_INITIATED"], { CLASSIFY_REPORT: "met", RESOLVE_REPORT: "met" }],
    ["transferred at once", ["TRANSFERRED"], { CLASSIFY_REPORT: "met", RESOLVE_REPORT: "met" }],
    [
      "extended",
      [...verifying, "EXTENDED"],
      { CLASSIFY_REPORT: "met", RESOLVE_REPORT: "met", RESOLVE_REPORT_COMPLEX: "running" },
    ],
    [
      "extended and initiated",
      [...verifying, "EXTENDED", "INITIATED"],
      { CLASSIFY_REPORT: "met", RESOLVE_REPORT: "met", RESOLVE_REPORT_COMPLEX: "met" },
    ],
  ])("that is %s", async (_when, way, expected) => expect(await limitsAfter(way)).toEqual(expected));

  it("are missed by what comes after them", async () =>
    expect(await limitsAfter([...verifying, "INITIATED"], true)).toEqual({
      CLASSIFY_REPORT: "missed",
      RESOLVE_REPORT: "missed",
    }));
});
