import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { makeAdministrator } from "@/prisma/factories/people";
import { setScene } from "@/prisma/factories/scene";
import { changeLadderStep, confirmLadderStep } from "./policy-commands";
import { readLadder } from "./policy-queries";

afterAll(closeDatabase);

const source = "Quy chế phối hợp";

it("a step is ended and another begins; the old one stays readable and nobody else changes any", async () => {
  const admin = await makeAdministrator();
  const step = (await readLadder(admin)).steps.find(
    ({ subject, rung }) => subject === "HOLD_EXPIRY" && rung === "first_reminder",
  )!;
  const change = (amount: number, version = step.version) =>
    changeLadderStep(admin, { key: randomUUID(), id: step.id, version, amount, enabled: true, source });
  await expect(change(99)).rejects.toMatchObject({
    details: { fields: { amount: "admin.errors.ladderOrder" } },
  });
  await expect(change(100)).rejects.toMatchObject({
    details: { fields: { amount: "admin.errors.ladderShare" } },
  });
  await expect(change(70, 9)).rejects.toMatchObject({ code: "changed-meanwhile" });
  const { id } = await change(70);
  const { steps, before } = await readLadder(admin);
  expect(steps.find((row) => row.id === id)).toMatchObject({ amount: 70, verify: true, source });
  expect(before.find((row) => row.id === step.id)).toMatchObject({ amount: 80 });
  await confirmLadderStep(admin, { key: randomUUID(), id, version: 1, source: "Quyết định số 1" });
  // As it was, for the tests that follow.
  await changeLadderStep(admin, { key: randomUUID(), id, version: 2, amount: 80, enabled: true, source });

  const { commander, manager } = await setScene();
  for (const stranger of [commander, manager]) {
    await expect(Promise.resolve().then(() => readLadder(stranger))).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(
      changeLadderStep(stranger, { key: randomUUID(), id, version: 3, amount: 1, enabled: true, source }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    await expect(
      asActor(
        stranger,
        (tx) =>
          tx.$executeRaw`insert into ladder_step (subject, rung, share, recipient, source, valid_from) values ('ANSWER', 'first_reminder', 1, 'owner', 'x', now())`,
      ),
    ).rejects.toThrow(/row-level security/);
    expect(
      await asActor(
        stranger,
        (tx) => tx.$executeRaw`update ladder_step set valid_to = now() where valid_to is null`,
      ),
    ).toBe(0);
  }
  expect(
    await asSystem((tx) => tx.ladderStep.count({ where: { subject: "HOLD_EXPIRY", validTo: null } })),
  ).toBe(2);
});
