import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSignedBy } from "@/lib/authenticity/verify";
import { orderChange } from "@/prisma/factories/order-changes";
import { envelopeNow, signedOrder, spki, unitKey } from "@/prisma/factories/signed-order";
import { type Envelope, envelopeHash, signedBytes, verdictOf } from "./envelope";

describe("an order that is not what was signed", () => {
  it("is genuine as it was signed, however its keys are ordered in the program", () => {
    const { request, content } = signedOrder();
    expect(verdictOf(request, content, null)).toBe("genuine");
    const reordered = Object.fromEntries(
      Object.entries(content.items![0]!).reverse(),
    ) as Envelope["items"][number];
    expect(verdictOf(request, { ...content, items: [reordered, content.items![1]!] }, null)).toBe("genuine");
  });

  it("is not accepted after any of 2,000 changes, nor when the attacker writes its hash anew", () => {
    let accepted = 0;
    fc.assert(
      fc.property(orderChange, fc.boolean(), ([, change], rehashed) => {
        const order = signedOrder();
        const before = JSON.stringify([order, order.request.disputedAmount.toString()], big);
        change(order);
        if (JSON.stringify([order, order.request.disputedAmount.toString()], big) === before) return;
        if (rehashed)
          order.request.contentHash = envelopeHash({
            ...envelopeNow(order),
            ...(order.request.details ? { details: order.request.details as object } : {}),
          } as Envelope);
        if (verdictOf(order.request, order.content, null) !== "changed") accepted++;
        expect(accepted).toBe(0);
      }),
      { numRuns: 2_000 },
    );
  }, 60_000);

  it("is not accepted as other bytes of the same meaning", () => {
    const { request, content } = signedOrder();
    const bytes = signedBytes(request, request.contentHash!, content.shown!);
    const parsed = JSON.parse(bytes.toString()) as object;
    const reordered = JSON.stringify(Object.fromEntries(Object.entries(parsed).reverse()));
    for (const other of [
      reordered,
      JSON.stringify(parsed, null, 1),
      `${bytes.toString()} `,
      bytes.toString().replace("é", "e\u0301"),
    ])
      if (other !== bytes.toString())
        expect(isSignedBy(spki(unitKey), Buffer.from(other), request.signature!)).toBe(false);
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Buffer.from(bytes);
      flipped[at]! ^= 1;
      expect(isSignedBy(spki(unitKey), flipped, request.signature!)).toBe(false);
    }
  });

  it("counts without a signature only where this installation says so, and only when it was sent before", () => {
    const { request, content } = signedOrder();
    request.signature = null;
    expect(verdictOf(request, content, null)).toBe("changed");
    expect(verdictOf(request, content, new Date("2026-11-20T02:12:00.123Z"))).toBe("changed");
    expect(verdictOf(request, content, new Date("2026-11-20T02:12:00.124Z"))).toBe("unsigned");
    content.items!.pop();
    expect(verdictOf(request, content, new Date("2026-12-01"))).toBe("changed");
  });
});

const big = (_: string, value: unknown) => (typeof value === "bigint" ? `${value}n` : value);
