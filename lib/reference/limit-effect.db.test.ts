import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asSystem, closeDatabase } from "@/lib/db";
import { forgetDeadlineReference } from "@/lib/organisations/time-limits";
import { answerNext } from "@/prisma/factories/answered";
import { inDays } from "@/prisma/factories/days";
import { makeAdministrator } from "@/prisma/factories/people";
import { issue, makeAcknowledged, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { itemsOf } from "@/prisma/factories/stored";
import { createLimit } from "./limit-commands";
import { previewEffect } from "./limit-effect";
import { newLimitInput, previewEffectInput } from "./schema";

let admin: Actor;
let scene: Scene;
beforeAll(async () => {
  admin = await makeAdministrator();
  scene = await setScene();
});
afterAll(closeDatabase);

/** An answered suspension that took so many minutes. */
async function answeredIn(minutes: number) {
  const { requestId } = await makeAcknowledged(scene);
  for (const _ of (await itemsOf(requestId)).keys()) await answerNext(scene.liaison, requestId);
  await asSystem(
    (tx) => tx.$executeRaw`update deadline set starts_at = ended_at - ${minutes}::int * interval '1 minute'
      where request_id = ${requestId}::uuid and subject = 'ANSWER'`,
  );
}
const asked = (over: object = {}) =>
  previewEffectInput.parse({
    subject: "ANSWER",
    kindCode: "ACCOUNT_SUSPEND",
    requesterOrgId: scene.police.id,
    unit: "minutes",
    value: 30,
    ...over,
  });

describe("a limit looked at on what has been", () => {
  it("tells nothing of fewer than five, and of more how many it would have found in time", async () => {
    for (const minutes of [10, 20, 40, 50]) await answeredIn(minutes);
    expect((await previewEffect(admin, asked())).told).toBeNull();
    await answeredIn(90);
    const { told } = await previewEffect(admin, asked());
    expect(told).toEqual({ count: 5, before: 5, after: 2, median: 40, p90: 90, longest: 90 });
    expect((await previewEffect(admin, asked({ value: 45 }))).told).toMatchObject({ after: 3 });
  });

  it("is for those alone that it would have been chosen for", async () => {
    expect((await previewEffect(admin, asked({ kindCode: "ACCOUNT_FREEZE" }))).told).toBeNull();
    expect(await previewEffect(admin, asked({ kindCode: "ACCOUNT_FREEZE" }))).toMatchObject({
      isOvertaken: false,
    });
    // All kinds of all units: every suspension has its kind's own limit, which is no want of cases.
    expect(await previewEffect(admin, asked({ requesterOrgId: "", kindCode: "" }))).toMatchObject({
      told: null,
      isOvertaken: true,
    });
    expect((await previewEffect(admin, asked())).isOvertaken).toBe(false);
  });

  it("leaves out what is restricted, and is the administrator's alone", async () => {
    const restrict = (restricted: boolean) =>
      asSystem((tx) => tx.deadline.updateMany({ where: { caseId: scene.caseId }, data: { restricted } }));
    await restrict(true);
    expect((await previewEffect(admin, asked())).told).toBeNull();
    await restrict(false);
    expect((await previewEffect(admin, asked())).told).not.toBeNull();
    expect(() => previewEffect(scene.commander, asked())).toThrow(
      expect.objectContaining({ code: "not-allowed" }) as Error,
    );
  });
});

describe("a limit of one requesting unit", () => {
  it("counts for its requests from then on; what runs is never rewritten", async () => {
    const own = await setScene();
    const before = await makeAcknowledged(own);
    const clockOf = (requestId: string) =>
      asSystem((tx) => tx.deadline.findFirstOrThrow({ where: { requestId, subject: "ANSWER" } }));
    const kept = await clockOf(before.requestId);
    await createLimit(
      admin,
      newLimitInput.parse({
        key: randomUUID(),
        subject: "ANSWER",
        kindCode: "ACCOUNT_SUSPEND",
        requesterOrgId: own.police.id,
        unit: "minutes",
        value: 45,
        validFrom: inDays(0),
        sure: ["limitAtOnce"],
        source: "Thỏa thuận thử",
      }),
    );
    forgetDeadlineReference();
    const after = await issue(own, await makeDraft(own));
    expect((await clockOf(after.requestId)).spanMinutes).toBe(45);
    expect(await clockOf(before.requestId)).toEqual(kept);
    const other = await issue(scene, await makeDraft(scene));
    expect((await clockOf(other.requestId)).spanMinutes).toBe(60);
  });

  it("is refused at its field when it could never be chosen, or promises what its source does not", async () => {
    const limit = (over: object) =>
      createLimit(
        admin,
        newLimitInput.parse({
          key: randomUUID(),
          subject: "CASE_LEGAL",
          kindCode: "CLASSIFY_REPORT",
          requesterLevel: "commune",
          unit: "hours",
          value: 12,
          validFrom: inDays(0),
          sure: ["limitAtOnce"],
          source: "Quy định thử",
          ...over,
        }),
      );
    const { source } = await asSystem((tx) =>
      tx.deadlinePolicy.findFirstOrThrow({ where: { kindCode: "CLASSIFY_REPORT" } }),
    );
    await expect(limit({ value: 48, source })).rejects.toMatchObject({
      details: { fields: { value: "admin.errors.limitBeyondSource" } },
    });
    await expect(limit({ subject: "ANSWER", kindCode: "", requesterLevel: "commune" })).rejects.toMatchObject(
      {
        details: { fields: { kindCode: "admin.errors.limitShadowed" } },
      },
    );
    expect(() => limit({ validFrom: inDays(3), validTo: inDays(2) })).toThrow(/endBeforeStart/);
    await limit({});
    await expect(limit({ value: 10 })).rejects.toMatchObject({
      details: { fields: { kindCode: "admin.errors.limitExists" } },
    });
  });
});
