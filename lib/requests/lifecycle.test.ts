import { describe, expect, it } from "vitest";
import { arrows, lifecycle, openStatuses, requestEvents, turnOf } from "./lifecycle";

describe("the lifecycle of a request", () => {
  it.each([
    ["DRAFT", ["submit", "discard"]],
    ["PENDING_SIGNATURE", ["return", "recall", "sign"]],
    ["SENT", ["acknowledge", "start", "ask", "answer", "refuse", "withdraw", "review"]],
    ["CLARIFICATION_NEEDED", ["clarify", "withdraw", "review"]],
    ["PARTLY_ANSWERED", ["ask", "answer", "withdraw", "review"]],
    ["ANSWERED", ["accept", "sendBack", "review", "expire"]],
    ["ACCEPTED", ["review", "expire"]],
    ["NOT_EXECUTED", ["dispute", "review"]],
    ["WITHDRAWN", []],
    ["EXPIRED", []],
    ["DISCARDED", []],
  ] as const)("%s offers %j", (status, events) => expect(Object.keys(lifecycle[status])).toEqual(events));

  it("uses every event somewhere", () => {
    const used = new Set(Object.values(lifecycle).flatMap((steps) => Object.keys(steps)));
    expect([...used].sort()).toEqual([...requestEvents].sort());
  });

  it("starts the clock with the signature, pauses it while asked back and stops it when all is answered", () => {
    expect(lifecycle.PENDING_SIGNATURE.sign?.clock).toBe("start");
    expect(lifecycle.IN_PROGRESS.ask?.clock).toBe("pause");
    expect(lifecycle.CLARIFICATION_NEEDED.clarify?.clock).toBe("resume");
    expect(turnOf(lifecycle.IN_PROGRESS.answer!, "PARTLY_ANSWERED")).toBeUndefined();
    expect(turnOf(lifecycle.IN_PROGRESS.answer!, "ANSWERED")).toBe("stop");
    expect(lifecycle.IN_PROGRESS.withdraw?.clock).toBe("cancel");
    expect(lifecycle.ANSWERED.sendBack?.clock).toBe("restart");
  });

  it("asks a second factor for the signature and for calling an order forged, and a reason for every step against the other side", () => {
    expect(lifecycle.PENDING_SIGNATURE.sign?.needs).toBe("second-factor");
    expect(lifecycle.ANSWERED.review?.needs).toBe("second-factor");
    for (const step of [
      lifecycle.PENDING_SIGNATURE.return,
      lifecycle.SENT.refuse,
      lifecycle.SENT.withdraw,
      lifecycle.ANSWERED.sendBack,
      lifecycle.NOT_EXECUTED.dispute,
    ]) {
      expect(step?.needs).toBe("reason");
    }
  });

  it("keeps what happens before issue from the addressee", () => {
    const before = [
      lifecycle.DRAFT.submit,
      lifecycle.DRAFT.discard,
      lifecycle.PENDING_SIGNATURE.return,
      lifecycle.PENDING_SIGNATURE.recall,
    ];
    expect(before.every((step) => step?.shared === false)).toBe(true);
    expect(
      openStatuses.every((status) => Object.values(lifecycle[status]).every((step) => step.shared)),
    ).toBe(true);
  });

  it("lets an order be withdrawn for as long as its addressee's clock matters", () => {
    const withdrawn = Object.entries(lifecycle).flatMap(([status, steps]) =>
      steps.withdraw ? [status] : [],
    );
    expect(withdrawn).toEqual([...openStatuses]);
  });

  it("has no arrow from a status to itself and leads nowhere unknown", () => {
    for (const [from, to] of arrows()) {
      expect(from).not.toBe(to);
      expect(lifecycle[to]).toBeDefined();
    }
  });
});
