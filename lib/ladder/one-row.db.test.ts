import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { issue, makeAcknowledged, makeDraft, setScene } from "@/prisma/factories/scene";
import { acknowledgeEscalation, urgeEscalation } from "./commands";
import { fireSteps } from "./fire-steps";
import { listEscalations, overdueSums } from "./queries";
import { setBack } from "@/prisma/factories/ladder";

afterAll(closeDatabase);
const key = () => randomUUID();

/** Both limits of a request ran out, the acknowledgement's first. */
async function setBothBack(requestId: string): Promise<void> {
  await asSystem(async (tx) => {
    await tx.$executeRaw`update deadline set starts_at = now() - interval '30 hours', policy = jsonb_set(policy, '{unit}', '"minutes"'),
      due_at = now() - case subject when 'ANSWER' then interval '25 hours' else interval '29 hours' end
      where request_id = ${requestId}::uuid and subject in ('ANSWER', 'ACKNOWLEDGE')`;
    await tx.$executeRaw`update deadline set due_version = 1, due_since = null, next_step_at = starts_at where request_id = ${requestId}::uuid`;
  });
}

it("shows a request in one row with its worst limit and the others in it, and takes note of all at once", async () => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  const other = await makeAcknowledged(scene);
  await setBothBack(requestId);
  await setBack(other.requestId, { begun: 26 * 60, ends: -25 * 60 });
  await fireSteps();

  const { rows } = await listEscalations(scene.manager, { show: "open" });
  expect(rows.map((row) => row.requestId).sort()).toEqual([requestId, other.requestId].sort());
  const climbed = await asSystem((tx) =>
    tx.escalation.findMany({ where: { requestId, toOrgId: scene.manager.orgId } }),
  );
  const row = rows.find((each) => each.requestId === requestId)!;
  expect(row).toMatchObject({ subject: "ACKNOWLEDGE", rung: "manager", acknowledgedAt: null });
  expect(row.others).toHaveLength(climbed.length - 1);
  expect(row.others.map(({ subject, rung }) => `${subject} ${rung}`).sort()).toEqual(
    climbed
      .filter(({ id }) => id !== row.id)
      .map(({ subject, rung }) => `${subject} ${rung}`)
      .sort(),
  );
  expect(
    row.others.every(({ dueAt, at }) => new Date(dueAt).toISOString() === dueAt && Boolean(Date.parse(at))),
  ).toBe(true);
  expect(await overdueSums(scene.manager)).toMatchObject([{ open: 2, unseen: 2 }]);

  await acknowledgeEscalation(scene.manager, { key: key(), escalationId: row.id });
  expect(await overdueSums(scene.manager)).toMatchObject([{ open: 2, unseen: 1 }]);
  const after = await listEscalations(scene.manager, { show: "open" });
  expect(after.rows.find((each) => each.requestId === requestId)?.acknowledgedAt).not.toBeNull();
  await expect(
    acknowledgeEscalation(scene.manager, {
      key: key(),
      escalationId: climbed.find(({ id }) => id !== row.id)!.id,
    }),
  ).rejects.toMatchObject({ code: "not-now" });
  await expect(urgeEscalation(scene.manager, { key: key(), escalationId: row.id })).rejects.toMatchObject({
    code: "not-allowed",
  });
});

it("shows the limit that is still owed where the worse one was met meanwhile", async () => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  await setBothBack(requestId);
  await fireSteps();
  await asSystem(
    (tx) =>
      tx.$executeRaw`update deadline set state = 'missed', ended_at = now() where request_id = ${requestId}::uuid and subject = 'ACKNOWLEDGE'`,
  );
  const [open, all] = await Promise.all(
    (["open", "all"] as const).map((show) => listEscalations(scene.manager, { show })),
  );
  expect(open!.rows).toMatchObject([{ subject: "ANSWER", endedAt: null }]);
  expect(open!.rows[0]!.others.every(({ subject }) => subject === "ANSWER")).toBe(true);
  expect(all!.rows).toMatchObject([{ subject: "ANSWER" }]);
  expect(all!.rows[0]!.others.some(({ subject }) => subject === "ACKNOWLEDGE")).toBe(true);
});
