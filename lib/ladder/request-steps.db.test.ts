import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { restrictCase } from "@/lib/cases/commands";
import { asActor, closeDatabase } from "@/lib/db";
import { makeOverseer, setBack } from "@/prisma/factories/ladder";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { acknowledgeEscalation } from "./commands";
import { fireSteps } from "./fire-steps";
import { getRequestSteps } from "./request-steps";

afterAll(closeDatabase);

describe("the reminders of a request, for the unit that sent it", () => {
  it("are told with the next step while the clock runs, and to no other unit", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    await setBack(requestId, { begun: 31, ends: 29 });
    await fireSteps();
    expect(await getRequestSteps(scene.investigator, requestId)).toMatchObject({
      told: [{ subject: "ANSWER", rung: "first_reminder", climbed: false, notedAt: null }],
      next: { subject: "ANSWER", rung: "second_reminder" },
    });
    const none = { told: [], next: null };
    expect(await getRequestSteps((await setScene()).investigator, requestId)).toEqual(none);
    expect(await getRequestSteps(scene.telecomLiaison, requestId)).toEqual(none);
  });

  it("are told to the unit above it in the same words, and not to its neighbour below the same one", async () => {
    const scene = await setScene();
    const ministry = await makeOrganisation("police", { provinceCode: null });
    const neighbour = await makeOrganisation("police", { under: ministry });
    const { requestId } = await makeAcknowledged(scene);
    await setBack(requestId, { begun: 26 * 60, ends: -25 * 60 });
    await fireSteps();
    const above = await makePerson("commander", ministry, [scene.police, neighbour]);
    const read = await getRequestSteps(above, requestId);
    expect(read.told.some(({ climbed }) => climbed)).toBe(true);
    expect(read).toEqual(await getRequestSteps(scene.commander, requestId));
    const beside = await makePerson("commander", neighbour);
    expect(await getRequestSteps(beside, requestId)).toEqual({ told: [], next: null });
  });

  it("say to whom it climbed and who took note, and nothing comes after the last", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    await setBack(requestId, { begun: 26 * 60, ends: -25 * 60 });
    await fireSteps();
    const sbv = await makeOverseer();
    const { id } = await asActor(sbv, (tx) => tx.escalation.findFirstOrThrow({ where: { requestId } }));
    await acknowledgeEscalation(sbv, { key: randomUUID(), escalationId: id });
    const { told, next } = await getRequestSteps(scene.investigator, requestId);
    expect(told.map(({ rung, climbed, notedAt }) => [rung, climbed, notedAt !== null])).toEqual([
      ["breach", false, false],
      ["manager", true, false],
      ["head", true, false],
      ["overseer", true, true],
      ["committee", true, false],
    ]);
    expect(next).toBeNull();
  });

  it("are read of a sealed case by its members alone", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const found = await asActor(scene.commander, (tx) =>
      tx.case.findUniqueOrThrow({ where: { id: scene.caseId } }),
    );
    await restrictCase(scene.commander, {
      key: randomUUID(),
      caseId: scene.caseId,
      version: found.version,
      restricted: true,
      reason: "Vụ án có người của đơn vị liên quan.",
    });
    await setBack(requestId, { begun: 31, ends: 29 });
    await fireSteps();
    const outside = await makePerson("commander", scene.police);
    expect(await getRequestSteps(outside, requestId)).toEqual({ told: [], next: null });
    expect((await getRequestSteps(scene.commander, requestId)).told).toHaveLength(1);
  });
});
