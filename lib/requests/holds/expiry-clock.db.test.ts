import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { withdrawRequest } from "@/lib/requests/commands";
import { answerNext } from "@/prisma/factories/answered";
import { makeAcknowledged, type Scene, setScene } from "@/prisma/factories/scene";
import { write } from "@/prisma/factories/sides";
import { itemsOf, rowOf } from "@/prisma/factories/stored";

afterAll(closeDatabase);
const days = (count: number) =>
  new Date(Math.ceil(Date.now() / 60_000) * 60_000 + count * 86_400_000).toISOString();

const heldUntil = (count: number) => ({
  outcome: "HELD",
  amount: "1000000",
  until: days(count),
  minutesNumber: "12/BB",
});
const clocksOf = (requestId: string) =>
  asSystem((tx) =>
    tx.deadline.findMany({ where: { requestId, subject: "HOLD_EXPIRY" }, orderBy: { dueAt: "asc" } }),
  );

/** A freeze of two accounts, both held, each until a day of its own. */
async function frozen(scene: Scene) {
  const { requestId } = await makeAcknowledged(scene, "ACCOUNT_FREEZE");
  for (const index of (await itemsOf(requestId)).keys())
    await answerNext(scene.liaison, requestId, heldUntil(10 + index));
  return requestId;
}

describe("a hold that has an end", () => {
  it("has a clock of its holder's until then, also beside another of the same order", async () => {
    const scene = await setScene();
    const requestId = await frozen(scene);
    const holds = await asSystem((tx) =>
      tx.hold.findMany({ where: { requestId }, orderBy: { untilAt: "asc" } }),
    );
    expect(holds).toHaveLength(2);
    expect(await clocksOf(requestId)).toMatchObject(
      holds.map((hold) => ({
        subjectType: "hold",
        subjectId: hold.id,
        ownerOrgId: scene.bank.id,
        requesterOrgId: scene.police.id,
        dueAt: hold.untilAt,
        state: "running",
      })),
    );
  });

  it("has none any more when its order is withdrawn", async () => {
    const scene = await setScene();
    const { requestId, version } = await makeAcknowledged(scene, "ACCOUNT_FREEZE");
    await answerNext(scene.liaison, requestId, heldUntil(10));
    expect((await clocksOf(requestId)).map(({ state }) => state)).toEqual(["running"]);
    const reason = "Chủ tài khoản đã chứng minh không liên quan.";
    const now = (await rowOf(requestId)).version;
    expect(now).toBeGreaterThan(version);
    await withdrawRequest(scene.commander, { key: randomUUID(), requestId, version: now, reason });
    expect((await clocksOf(requestId)).map(({ state }) => state)).toEqual(["cancelled"]);
  });

  it("gets its clock for exactly its end and from nobody else", async () => {
    const scene = await setScene();
    const requestId = await frozen(scene);
    const [clock] = await clocksOf(requestId);
    const again = (
      due: string,
    ) => `insert into deadline (subject, subject_type, subject_id, label, policy, starts_at, due_at, span_minutes, case_id, request_id,
        owner_org_id, requester_org_id, province_code, kind_code, restricted, sealed_to)
      select subject, subject_type, subject_id, label, policy, starts_at, ${due}, span_minutes, case_id, request_id, owner_org_id, requester_org_id,
        province_code, kind_code, restricted, sealed_to from deadline where id = '${clock!.id}'`;
    await expect(write(scene.liaison, again("due_at + interval '1 day'"))).rejects.toThrow(
      /row-level security/,
    );
    await expect(write(scene.liaison, again("due_at"))).rejects.toThrow(/deadline_one_running/);
  });
});
