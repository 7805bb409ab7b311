import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { makeAcknowledged, type Scene, setScene } from "@/prisma/factories/scene";
import { itemsOf } from "@/prisma/factories/stored";
import { write } from "@/prisma/factories/sides";

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(closeDatabase);

const draftSql = (column: string, value: string) =>
  `insert into request (code, case_id, kind_code, requester_org_id, addressee_org_id, province_code, drafter_id, grounds, legal_bases, sealed_to, updated_at, ${column})
    values (gen_random_uuid()::text, $1, 'ACCOUNT_SUSPEND', $2, $3, '25', app.user_id(), 'x', '{}', '{}', now(), ${value})`;

describe("a draft", () => {
  it.each([
    ["signer_id", "(select id from person where id <> app.user_id() limit 1)"],
    ["document_number", "'1/GIA'"],
    ["content_hash", "repeat('a', 64)"],
    ["held_amount", "5"],
    ["answered_count", "1"],
    ["acknowledged_at", "now()"],
    ["opened_at", "now()"],
    ["stated_reason", "'x'"],
    ["editor_ids", "array[gen_random_uuid()]"],
    ["due_at", "now()"],
    ["assignee_id", "app.membership_id()"],
  ])("begins without %s", async (column, value) => {
    await expect(
      write(scene.investigator, draftSql(column, value), [scene.caseId, scene.police.id, scene.bank.id]),
    ).rejects.toThrow(/nothing of its end|does not exist/);
  });

  it("is given its short code, whatever was asked for", async () => {
    const values = [scene.caseId, scene.police.id, scene.bank.id];
    await write(scene.investigator, draftSql("check_code", "'0000000000'"), values);
    expect(await asSystem((tx) => tx.request.count({ where: { checkCode: "0000000000" } }))).toBe(0);
  });
});

describe("a case", () => {
  it("is sealed by a commander alone, and never to himself", async () => {
    const seal = (members: string) =>
      `update fraud_case set restricted = true, sealed_to = ${members} where id = $1`;
    await expect(
      write(scene.investigator, seal("array[app.membership_id()]"), [scene.caseId]),
    ).rejects.toThrow(/not yours/);
    await expect(write(scene.commander, seal("array[app.user_id()]"), [scene.caseId])).rejects.toThrow(
      /not yours|row-level security/,
    );
  });

  it("is worth no more than what was reported with it", async () => {
    const raise = (by: string) =>
      write(scene.investigator, `update fraud_case set reported_loss = reported_loss + ${by} where id = $1`, [
        scene.caseId,
      ]);
    await expect(raise("1")).rejects.toThrow(/payments that are reported/);
    await expect(raise("9000000000000000")).rejects.toThrow();
  });
});

describe("a hold", () => {
  const insert = (account: string, amount: string, more = "null") =>
    `insert into hold (case_id, request_id, item_id, holder_org_id, account, amount, disputed_amount, over_ground, from_at)
      select r.case_id, r.id, i.id, r.addressee_org_id, ${account}, ${amount}, coalesce(i.disputed_amount, 1), ${more}, date_trunc('milliseconds', clock_timestamp())
      from request r join request_item i on i.request_id = r.id where r.id = $1 order by i.position limit 1`;

  it.each([
    ["of another account", "'123999'", "1000", "null"],
    ["beyond what was disputed", "i.value", "77000000000", "null"],
    ["on a ground of the bank's own", "i.value", "77000000000", "'Ngân hàng tự thêm.'"],
    ["without an answer", "i.value", "1000", "null"],
  ])("is not placed %s", async (_, account, amount, ground) => {
    const { requestId } = await makeAcknowledged(scene);
    await expect(write(scene.liaison, insert(account, amount, ground), [requestId])).rejects.toThrow(
      /row-level security|hold_within_disputed|what was answered/,
    );
    expect(await asSystem((tx) => tx.hold.count({ where: { requestId } }))).toBe(0);
  });

  it("is placed with its answer in one act, and within it", async () => {
    const { requestId } = await makeAcknowledged(scene);
    const [item] = await itemsOf(requestId);
    const answered = (held: string) =>
      `with told as (update request_item set outcome = 'HELD', held_amount = ${held}, answered_at = date_trunc('milliseconds', clock_timestamp()), answered_by_id = app.user_id() where id = '${item!.id}' returning id)
        insert into hold (case_id, request_id, item_id, holder_org_id, account, amount, disputed_amount, from_at)
        select r.case_id, r.id, i.id, r.addressee_org_id, i.value, 1000, i.disputed_amount, date_trunc('milliseconds', clock_timestamp())
        from request r join request_item i on i.request_id = r.id where r.id = $1 and i.id = '${item!.id}'`;
    await expect(write(scene.liaison, answered("999"), [requestId])).rejects.toThrow(/what was answered/);
    expect(await write(scene.liaison, answered("1000"), [requestId])).toBe(1);
  });
});
