import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db";
import { acknowledgeRequest, askClarification } from "@/lib/requests/commands";
import { markAnswering } from "@/lib/requests/desk/commands";
import { issue, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { queueFilter } from "./filter";
import { findNextToAnswer } from "./queries";

let own: Scene;
/** The organisation's requests by time left, and who has them. */
const sent: { requestId: string; version: number }[] = [];
const key = () => randomUUID();
const next = (openId: string, query: object = {}, actor = own.liaison) =>
  findNextToAnswer(actor, queueFilter.parse(query), openId).then((found) => found?.id ?? null);

beforeAll(async () => {
  own = await setScene();
  for (let i = 0; i < 5; i++) sent.push(await issue(own, await makeDraft(own)));
});
afterAll(closeDatabase);

it("finds beyond the page what is mine, then what nobody has, and nothing of a colleague's", async () => {
  const [open, hisOwn, asked, mine, free] = sent as [
    (typeof sent)[0],
    (typeof sent)[0],
    (typeof sent)[0],
    (typeof sent)[0],
    (typeof sent)[0],
  ];
  expect(await next(open.requestId)).toBe(hisOwn.requestId);
  await acknowledgeRequest(own.colleague, { key: key(), ...hisOwn });
  const taken = await acknowledgeRequest(own.liaison, { key: key(), ...asked });
  await askClarification(own.liaison, {
    key: key(),
    requestId: asked.requestId,
    version: taken.version,
    reason: "Số tài khoản không khớp tên chủ tài khoản, đề nghị kiểm tra.",
  });
  // What waits for the police and what a colleague has are passed over; without one of mine the first that is free.
  expect(await next(open.requestId)).toBe(mine.requestId);
  await acknowledgeRequest(own.liaison, { key: key(), ...free });
  expect(await next(open.requestId)).toBe(free.requestId);
  expect(await next(open.requestId, { tab: "mine" })).toBe(free.requestId);
  expect(await next(open.requestId, { tab: "unclaimed" })).toBe(mine.requestId);
  expect(await next(mine.requestId, { tab: "unclaimed" })).toBe(open.requestId);
  expect(await next(open.requestId, { tab: "clarification" })).toBeNull();
  expect(await next(open.requestId, { tab: "answered" })).toBeNull();
  expect(await next(open.requestId, { kind: "ACCOUNT_FREEZE" })).toBeNull();
  expect(await next(open.requestId, { unit: own.police.id, urgent: "1" })).toBe(free.requestId);
  expect(await next(open.requestId, { unit: own.bank.id })).toBeNull();
  await markAnswering(own.colleague, { requestId: mine.requestId, answering: true });
  expect(await next(open.requestId, { tab: "unclaimed" })).toBeNull();
});

it("finds nothing of another organisation", async () => {
  for (const stranger of [own.telecomLiaison, own.investigator, own.commander])
    expect(await next(sent[0]!.requestId, {}, stranger)).toBeNull();
});
