import { describe, expect, it } from "vitest";
import type { SigningPeek } from "@/lib/requests/signing/types";
import { batchFacts } from "./batch-facts";

const peek = (over: Partial<SigningPeek> = {}): SigningPeek => ({
  id: "a",
  code: "YC-1",
  version: 1,
  contentHash: "",
  kindCode: "ACCOUNT_SUSPEND",
  urgency: "urgent",
  caseId: "c",
  caseCode: "VV-1",
  addressee: "VietinBank",
  disputedAmount: "60",
  movesMoney: true,
  itemCount: 1,
  submittedAt: "2026-11-22T03:00:00Z",
  firstTransferAt: "2026-11-22T02:00:00Z",
  bar: null,
  basis: null,
  drafter: "Đại úy A",
  grounds: "Bị hại tố giác",
  reportedLoss: "100",
  accounts: [],
  findings: { overGrounds: [], beyondLoss: false, duplicates: [] },
  ...over,
});

describe("what is signed together", () => {
  it("says what all have in common, and the sum", () => {
    const facts = batchFacts([peek({ disputedAmount: "40" }), peek({ firstTransferAt: null })]);
    expect(facts).toMatchObject({
      kindCode: "ACCOUNT_SUSPEND",
      caseCode: "VV-1",
      grounds: "Bị hại tố giác",
      total: 100n,
      lost: 100n,
      firstTransferAt: "2026-11-22T02:00:00Z",
      isClean: true,
    });
  });

  it("finds that two holds, each within the loss, are together beyond it", () => {
    const facts = batchFacts([peek(), peek()]);
    expect(facts).toMatchObject({ beyondLoss: ["VV-1"], isClean: false });
  });

  it("does not add a freeze to the suspension of the same money, nor a release to anything", () => {
    expect(batchFacts([peek(), peek({ kindCode: "ACCOUNT_FREEZE" })]).beyondLoss).toEqual([]);
    expect(batchFacts([peek(), peek({ kindCode: "ACCOUNT_UNFREEZE" })]).beyondLoss).toEqual([]);
  });

  it("keeps back what differs", () => {
    const facts = batchFacts([
      peek(),
      peek({ caseId: "d", caseCode: "VV-2", grounds: "Khác", drafter: "B" }),
    ]);
    expect(facts).toMatchObject({ caseCode: null, grounds: null, lost: null, beyondLoss: [] });
    expect(facts.drafters).toEqual(["Đại úy A", "B"]);
  });

  it("is clean where a freeze only takes over what its case holds", () => {
    const findings = {
      overGrounds: [],
      beyondLoss: false,
      duplicates: [{ account: "1", code: "YC", amount: "1", is: "replaced" as const }],
    };
    expect(batchFacts([peek({ disputedAmount: "1", findings })]).isClean).toBe(true);
  });

  it("is not clean when one of them has a finding", () => {
    const findings = {
      overGrounds: [],
      beyondLoss: false,
      duplicates: [{ account: "1", code: "YC", amount: "1", is: "held" as const }],
    };
    expect(batchFacts([peek({ disputedAmount: "1" }), peek({ disputedAmount: "1", findings })]).isClean).toBe(
      false,
    );
  });
});
