import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { makeOrganisation } from "@/prisma/factories/people";
import { report, setScene } from "@/prisma/factories/scene";
import { openCase } from "./commands";
import { caseInput } from "./schema";

afterAll(closeDatabase);

describe("a receiving account of a report", () => {
  it("is read as its institution's kind reads it, and told at its payment when it is none", async () => {
    const scene = await setScene();
    const typed = report(scene.bank.id);
    const phone = "+84 912 345 678";
    const at = (toInstitutionId: string) =>
      openCase(
        scene.investigator,
        caseInput.parse({
          ...typed,
          key: randomUUID(),
          payments: [typed.payments[0], { ...typed.payments[1], toInstitutionId, toAccount: phone }],
        }),
      );
    await expect(at(scene.bank.id)).rejects.toMatchObject({
      code: "invalid",
      details: { fields: { "payments.1.toAccount": "targets.errors.account" } },
    });
    const wallet = await makeOrganisation("payment_intermediary", { provinceCode: null });
    const { caseId } = await at(wallet.id);
    const kept = await asSystem(async (tx) => ({
      payment: await tx.payment.findFirst({ where: { caseId, toInstitutionId: wallet.id } }),
      target: await tx.target.findFirst({ where: { caseId, kind: "e_wallet" } }),
    }));
    expect([kept.payment?.toAccount, kept.target?.value]).toEqual(["0912345678", "0912345678"]);
  });
});
