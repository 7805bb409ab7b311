import { afterAll, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { listNotices } from "@/lib/notices/queries";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { fireSteps } from "./fire-steps";

afterAll(closeDatabase);

/** Both clocks of a request that nobody took: the acknowledgement's ends as the answer's is half over. */
async function setBothBack(requestId: string): Promise<void> {
  await asSystem(async (tx) => {
    await tx.$executeRaw`update deadline set starts_at = now() - interval '31 minutes', policy = jsonb_set(policy, '{unit}', '"minutes"'),
      due_at = now() + case subject when 'ANSWER' then interval '29 minutes' else interval '-1 second' end
      where request_id = ${requestId}::uuid and subject in ('ANSWER', 'ACKNOWLEDGE')`;
    await tx.$executeRaw`update deadline set due_version = 1, due_since = null, next_step_at = starts_at where request_id = ${requestId}::uuid`;
  });
}

it("a breach and a reminder of one request in one second are of two limits, and each says which and until when", async () => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  await setBothBack(requestId);
  await fireSteps();
  const clocks = await asSystem((tx) =>
    tx.deadline.findMany({ where: { requestId }, select: { subject: true, dueAt: true } }),
  );
  const endOf = (limit: string) => clocks.find(({ subject }) => subject === limit)!.dueAt.toISOString();
  const { rows } = await listNotices(scene.liaison, { show: "all" });
  const told = rows.map(({ kind, limit, dueAt }) => [kind, limit, dueAt]);
  expect(told).toContainEqual(["deadline.breached", "ACKNOWLEDGE", endOf("ACKNOWLEDGE")]);
  expect(told).toContainEqual(["deadline.reminder", "ANSWER", endOf("ANSWER")]);
  expect(told.filter(([kind, limit]) => kind === "deadline.reminder" && limit === "ACKNOWLEDGE")).toEqual([]);
});
