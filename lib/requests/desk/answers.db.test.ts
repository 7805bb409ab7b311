import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { asActor, closeDatabase } from "@/lib/db";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { itemsOf, rowOf } from "@/prisma/factories/stored";
import { answerItem } from "./answers";

afterAll(closeDatabase);
const key = () => randomUUID();

describe("bad answers", () => {
  it("names the field and stores nothing", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const [item] = await itemsOf(requestId);
    const answer = (value: Record<string, unknown>) =>
      answerItem(scene.liaison, { key: key(), requestId, itemId: item!.id, itemVersion: 1, answer: value });
    await expect(answer({ outcome: "HELD", amount: "50000001" })).rejects.toMatchObject({
      code: "invalid",
      details: { fields: { "answer.amount": "money.overDisputed" } },
    });
    await expect(answer({ outcome: "HELD", amount: "-5" })).rejects.toMatchObject({
      details: { fields: { "answer.amount": "money.errors.negative" } },
    });
    await expect(answer({ outcome: "MOVED_ON", transfers: [] })).rejects.toMatchObject({
      details: { fields: { "answer.transfers": "required" } },
    });
    await expect(answer({ outcome: "DONE" })).rejects.toMatchObject({ code: "invalid" });
    await expect(
      answer(JSON.parse('{"__proto__": {"outcome": "HELD"}}') as Record<string, unknown>),
    ).rejects.toMatchObject({ code: "invalid" });
    expect((await rowOf(requestId)).answeredCount).toBe(0);
  });
});

it.each([
  [
    { elsewhere: { place: "crypto", name: "" }, toAccount: "TNPeeaaFB7K9cmo4uQpcU32zGK8G1NYqeL" },
    { place: "crypto" },
  ],
  [
    { elsewhere: { place: "abroad", name: "DBS Bank", country: "SG", swift: "" }, toAccount: "" },
    { place: "abroad", name: "DBS Bank", country: "SG" },
  ],
  [
    { elsewhere: { place: "merchant", name: "Vàng bạc Thử" }, toAccount: "" },
    { place: "merchant", name: "Vàng bạc Thử" },
  ],
  [
    { elsewhere: { place: "unknown_bank", name: "" }, toAccount: "19036688990011" },
    { place: "unknown_bank" },
  ],
])("keeps a row elsewhere whose optional fields the form sent empty: %j", async (told, elsewhere) => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const [item] = await itemsOf(requestId);
  const at = new Date(Date.now() - 3_600_000).toISOString();
  const transfers = [{ at, amount: "1000000", toName: "", reference: "", ...told }];
  const cashOuts = [{ at, amount: "500000", channel: "atm", place: "" }];
  const answer = { outcome: "MOVED_ON", transfers, cashOuts };
  await answerItem(scene.liaison, { key: key(), requestId, itemId: item!.id, itemVersion: 1, answer });
  const [answered] = await itemsOf(requestId);
  const kept = answered!.answer as { transfers: { elsewhere: object }[] };
  expect(kept.transfers[0]!.elsewhere).toEqual(elsewhere);
  expect(kept.transfers[0]).not.toHaveProperty("toName");
});

describe("what the database refuses whatever the code believes", () => {
  it.each([
    ["a status without an arrow", { status: "ACCEPTED" as const }, /no arrow/],
    ["a change of signed content", { grounds: "khác" }, /does not change/],
  ])("%s", async (_, data, message) => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    await expect(
      asActor(scene.liaison, (tx) => tx.request.updateMany({ where: { id: requestId }, data })),
    ).rejects.toThrow(message);
  });

  it("a second active hold on one order and account", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const [item] = await itemsOf(requestId);
    const hold = {
      caseId: scene.caseId,
      requestId,
      itemId: item!.id,
      holderOrgId: scene.bank.id,
      account: item!.value,
      amount: 1n,
      disputedAmount: 1n,
      fromAt: new Date(),
    };
    await expect(
      asActor(scene.liaison, (tx) => tx.hold.createMany({ data: [hold, hold] })),
    ).rejects.toThrow();
  });
});
