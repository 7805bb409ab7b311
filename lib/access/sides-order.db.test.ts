import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { makePerson } from "@/prisma/factories/people";
import { setScene } from "@/prisma/factories/scene";
import { type Orders, setOrders, write, writesNothing } from "@/prisma/factories/sides";
import type { Actor } from "./actor";

let { scene, answered, open, asked } = {} as Orders;
let prosecutor: Actor;
beforeAll(async () => {
  ({ scene, answered, open, asked } = await setOrders());
  prosecutor = await makePerson("prosecutor", scene.procuracy);
});
afterAll(closeDatabase);

describe("a procuracy that was notified of an order", () => {
  it.each([
    ["an answer", "update request_item set held_amount = 0, answer = '{}' where request_id = $1"],
    ["a hold", "update hold set released_at = clock_timestamp() where request_id = $1"],
    ["the order", "update request set status = 'WITHDRAWN' where id = $1"],
    ["a clock", "update deadline set state = 'met' where request_id = $1"],
  ])("reads it and does not write %s", async (_, sql) => {
    await asSystem((tx) =>
      tx.request.update({ where: { id: answered }, data: { procuracyOrgId: scene.procuracy.id } }),
    );
    expect(await asActor(prosecutor, (tx) => tx.request.count({ where: { id: answered } }))).toBe(1);
    await writesNothing(prosecutor, sql, [answered]);
  });

  it("asks and replies to nothing", async () => {
    await asSystem((tx) =>
      tx.request.update({ where: { id: asked }, data: { procuracyOrgId: scene.procuracy.id } }),
    );
    await writesNothing(prosecutor, "update clarification set reply = 'x' where request_id = $1", [asked]);
    await writesNothing(
      prosecutor,
      "insert into clarification (request_id, question, asked_by_id) values ($1, 'x', $2)",
      [asked, prosecutor.userId],
    );
  });
});

describe("what each side writes of an order", () => {
  it.each([
    [
      "its answer's amounts",
      "update request_item set held_amount = 0, outcome = 'NOT_FOUND' where request_id = $1",
      () => open,
    ],
    ["its money", "update hold set amount = 1 where request_id = $1", () => answered],
    [
      "the end of its hold, without withdrawing",
      "update hold set released_at = clock_timestamp(), release_reason = 'lapsed' where request_id = $1",
      () => answered,
    ],
    ["who works on it", "update request set assignee_id = null where id = $1", () => open],
    ["what it found", "update request set held_amount = 0 where id = $1", () => answered],
  ])("a unit does not write the addressee's: %s", async (_, sql, id) => {
    await writesNothing(scene.commander, sql, [id()]);
  });

  it.each([
    [
      "the reply to its own question",
      "update clarification set reply = 'x', replied_by_id = $2, replied_at = clock_timestamp() where request_id = $1",
      () => asked,
    ],
    [
      "what it is asked about",
      "update request_item set display = 'x', holder_name = 'x' where request_id = $1 and $2::uuid is not null",
      () => open,
    ],
    [
      "a further item",
      "insert into request_item (request_id, target_id, position, kind, value, display) select request_id, target_id, 9, kind, value, display from request_item where request_id = $1 and $2::uuid is not null limit 1",
      () => open,
    ],
    [
      "an answer that was given",
      "update request_item set held_amount = 5, answered_by_id = $2 where request_id = $1",
      () => answered,
    ],
    [
      "how urgent it is",
      "update request set urgency = 'normal' where id = $1 and $2::uuid is not null",
      () => open,
    ],
    [
      "who else was notified",
      "update request set procuracy_org_id = addressee_org_id where id = $1 and $2::uuid is not null",
      () => open,
    ],
    [
      "who alone sees it",
      "update request set restricted = true, sealed_to = array[$2::uuid] where id = $1",
      () => open,
    ],
    [
      "its finder's lines",
      "update search_entry set label = 'x' where request_id = $1 and $2::uuid is not null",
      () => open,
    ],
  ])("a desk does not write the unit's: %s", async (_, sql, id) => {
    await writesNothing(scene.liaison, sql, [id(), scene.liaison.userId]);
  });

  it.each([
    ["lets it go", "released_at = clock_timestamp(), release_reason = 'unfrozen'"],
    [
      "says that a freeze took it over",
      "released_at = clock_timestamp(), release_reason = 'confirmed', confirmed_by_id = request_id",
    ],
    ["makes it smaller", "amount = 1"],
    ["ends it at once", "until_at = clock_timestamp()"],
    ["prolongs it", "until_at = '2099-01-01'"],
  ])("a desk writes its hold with an answer alone: not by itself it %s", async (_, set) => {
    await writesNothing(scene.liaison, `update hold set ${set} where request_id = $1`, [answered]);
  });

  it("a desk asks now and not yesterday", async () => {
    await expect(
      write(
        scene.liaison,
        "insert into clarification (request_id, question, asked_by_id, asked_at) values ($1, 'x', $2, '2020-01-01')",
        [open, scene.liaison.userId],
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it("nobody answers in another's name or yesterday", async () => {
    const set =
      "update request_item set outcome = 'NOT_FOUND', answered_at = $2, answered_by_id = $3 where request_id = $1";
    const early = new Date(Date.now() - 3_600_000);
    await expect(write(scene.liaison, set, [open, early, scene.liaison.userId])).rejects.toThrow(/not yours/);
    await expect(
      write(
        scene.liaison,
        set.replace("$2", "date_trunc('milliseconds', clock_timestamp())").replace("$3", "$2"),
        [open, scene.colleague.userId],
      ),
    ).rejects.toThrow(/not yours/);
    await expect(
      write(scene.liaison, "update request set status = 'ANSWERED', answered_at = $2 where id = $1", [
        open,
        early,
      ]),
    ).rejects.toThrow(/done now/);
  });

  it("no desk holds money on another's order, or tells of transfers there", async () => {
    const other = await setScene();
    const [item] = await asSystem((tx) => tx.requestItem.findMany({ where: { requestId: open }, take: 1 }));
    const hold = `insert into hold (case_id, request_id, item_id, holder_org_id, account, amount, disputed_amount, from_at) values ($1, $2, $3, $4, 'x', 1, 1, now())`;
    const transfer = `insert into transfer (case_id, request_id, item_id, reporter_org_id, at, amount, from_account, to_account) values ($1, $2, $3, $4, now(), 1, 'x', 'y')`;
    for (const sql of [hold, transfer])
      await expect(write(other.liaison, sql, [scene.caseId, open, item!.id, other.bank.id])).rejects.toThrow(
        /row-level security|not yours/,
      );
  });
});
