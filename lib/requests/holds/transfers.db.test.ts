import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase, statement, type Tx } from "@/lib/db";
import { acceptAnswer, sendBackAnswer } from "@/lib/requests/commands";
import { answerItem } from "@/lib/requests/desk/answers";
import { makeAcknowledged, type Scene, setScene } from "@/prisma/factories/scene";
import { write } from "@/prisma/factories/sides";
import { itemsOf, rowOf } from "@/prisma/factories/stored";

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(closeDatabase);
const key = () => randomUUID();

/** Answered in full: where the money of each target went. */
async function answered() {
  const { requestId } = await makeAcknowledged(scene);
  for (const item of await itemsOf(requestId)) await tellAnew(requestId, item);
  return { requestId, item: (await itemsOf(requestId))[0]!, version: (await rowOf(requestId)).version };
}
const tellAnew = (requestId: string, item: { id: string; version: number }) =>
  answerItem(scene.liaison, {
    key: key(),
    requestId,
    itemId: item.id,
    itemVersion: item.version,
    answer: {
      outcome: "MOVED_ON",
      transfers: [
        {
          at: new Date().toISOString(),
          amount: "1000000",
          toInstitutionId: scene.bank.id,
          toAccount: "0961207748",
        },
      ],
    },
  });
async function sentBack() {
  const { requestId, item, version } = await answered();
  await sendBackAnswer(scene.investigator, {
    key: key(),
    requestId,
    version,
    reason: "Thiếu tên chủ tài khoản nhận.",
    itemIds: [item.id],
  });
  return { requestId, item: (await itemsOf(requestId))[0]! };
}

// Of the item's own account, abroad, unless told otherwise.
const insert = (sides = "i.value, i.institution_id, '0720123456', null") => `
  insert into transfer (case_id, request_id, item_id, reporter_org_id, at, amount, from_account, from_institution_id, to_account, to_institution_id,
    elsewhere, elsewhere_name, elsewhere_country)
  select r.case_id, r.id, i.id, r.addressee_org_id, now(), 999999999, ${sides}, 'abroad', 'DBS', 'SG'
    from request r join request_item i on i.request_id = r.id where i.id = $1`;
const supersede = (at = "date_trunc('milliseconds', clock_timestamp())") =>
  `update transfer set superseded_at = ${at} where item_id = $1 and superseded_at is null`;
const standing = (itemId: string) =>
  asSystem((tx) => tx.transfer.count({ where: { itemId, supersededAt: null } }));

describe("where money went on", () => {
  it("stands as it was answered: nothing is added or taken back, before it is accepted and after", async () => {
    const { requestId, item, version } = await answered();
    const refused = async () => {
      for (const sql of [insert(), supersede()])
        await expect(write(scene.liaison, sql, [item.id])).rejects.toThrow(/not yours/);
    };
    await refused();
    await acceptAnswer(scene.investigator, { key: key(), requestId, version });
    await refused();
    expect(await standing(item.id)).toBe(1);
  });

  it("is told of the account that was asked, as one side of it", async () => {
    const { requestId } = await makeAcknowledged(scene);
    const [item, other] = await itemsOf(requestId);
    for (const sides of [
      "'108874205569', i.institution_id, '0720123456', null",
      `'${other!.value}', i.institution_id, '0720123456', null`,
      `i.value, '${scene.police.id}', '0720123456', null`,
      "'0720123456', null, '108874205569', i.institution_id",
    ])
      await expect(write(scene.liaison, insert(sides), [item!.id])).rejects.toThrow(/not yours/);
  });

  it("is part of an answer: neither told nor taken back without one, and taken back now", async () => {
    const { requestId, item } = await sentBack();
    expect(item.answeredAt).toBeNull();
    for (const sql of [insert(), supersede()])
      await expect(write(scene.liaison, sql, [item.id])).rejects.toThrow(/is what was answered/);
    for (const at of ["'2026-01-01'", "clock_timestamp() + interval '1 hour'"])
      await expect(write(scene.liaison, supersede(at), [item.id])).rejects.toThrow(/not yours/);
    await tellAnew(requestId, item);
    expect(await standing(item.id)).toBe(1);
    const all = await asSystem((tx) => tx.transfer.findMany({ where: { itemId: item.id } }));
    expect(all).toHaveLength(2);
    // What was taken back is not given back.
    await expect(
      write(scene.liaison, "update transfer set superseded_at = null where item_id = $1", [item.id]),
    ).rejects.toThrow(/not yours/);
  });

  it("comes to the account that was asked as well as from it, in the same act as its answer", async () => {
    const { requestId } = await makeAcknowledged(scene);
    const [item] = await itemsOf(requestId);
    const act = async (tx: Tx) => {
      await statement(tx, insert("'0720123456', null, i.value, i.institution_id"), [item!.id]);
      await statement(
        tx,
        `update request_item set outcome = 'MOVED_ON', answer = '{}', answered_at = date_trunc('milliseconds', clock_timestamp()),
          answered_by_id = app.user_id(), version = version + 1 where id = $1`,
        [item!.id],
      );
    };
    await asActor(scene.liaison, act);
    expect(await standing(item!.id)).toBe(1);
  });
});
