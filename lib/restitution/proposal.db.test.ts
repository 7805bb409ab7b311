import { afterAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { setHeldScene } from "@/prisma/factories/held";
import { draftDecision, openDecision } from "@/prisma/factories/restitution";
import { getRestitution } from "./queries";

afterAll(closeDatabase);

describe("what may be given back", () => {
  it("never goes beyond a hold or a loss, and a changed amount says why", async () => {
    const scene = await setHeldScene();
    const view = (await getRestitution(scene.investigator, scene.caseId))!;
    const [share] = view.proposed;
    const one = (amount: string, ground?: string) =>
      draftDecision(scene, {
        shares: [{ holdId: share!.holdId, victimId: share!.victimId, amount, ground }],
      });
    await expect(one("1000")).rejects.toMatchObject({
      details: { fields: { "shares.0.ground": "restitution.ground" } },
    });
    await expect(one("99000000", "Theo thỏa thuận của các bên.")).rejects.toMatchObject({
      details: { fields: { "shares.0.amount": "restitution.overHeld" } },
    });
    await one("1000", "Theo thỏa thuận của các bên.");
    await expect(draftDecision(scene)).rejects.toMatchObject({ code: "not-now" });
    const id = (await openDecision(scene.investigator, scene)).id;
    await expect(
      asSystem(async (tx) => {
        await tx.restitutionDecision.updateMany({ where: { id }, data: { total: 90_000_000n } });
        await tx.restitutionShare.updateMany({ where: { decisionId: id }, data: { amount: 90_000_000n } });
      }),
    ).rejects.toThrow(/than is held/);
  });

  it("gives back out of a procedural freeze alone", async () => {
    const scene = await setHeldScene("ACCOUNT_SUSPEND");
    const view = (await getRestitution(scene.investigator, scene.caseId))!;
    expect(view.holds.map(({ isPayable }) => isPayable)).toEqual([false, false]);
    expect(view.proposed).toEqual([]);
  });
});
