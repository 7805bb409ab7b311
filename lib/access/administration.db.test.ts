import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor, closeDatabase } from "@/lib/db";
import { createOrganisation } from "@/lib/organisations/commands";
import { invitePerson, suspendPerson } from "@/lib/people/commands";
import { getPerson, listPeople } from "@/lib/people/queries";
import { makeAdministrator, makeOrganisation, makePerson, type Unit } from "@/prisma/factories/people";
import { newcomer, newDivision } from "@/prisma/factories/register";
import { makeDraft, setScene } from "@/prisma/factories/scene";
import type { Actor } from "./actor";

let admin: Actor;
let police: Unit;
beforeAll(async () => {
  admin = await makeAdministrator();
  police = await makeOrganisation("police");
});
afterAll(closeDatabase);

const key = () => randomUUID();

describe("an administrator", () => {
  it("sees no case, request, victim or target row, with the application's filter or without", async () => {
    const scene = await setScene();
    await makeDraft(scene);
    const keepers = [admin, await makePerson("admin", scene.police)];
    for (const keeper of keepers) {
      const seen = await asActor(keeper, async (tx) => [
        await tx.case.count(),
        await tx.request.count(),
        await tx.requestItem.count(),
        await tx.victim.count(),
        await tx.payment.count(),
        await tx.target.count(),
        await tx.caseNote.count(),
        await tx.deadline.count(),
        await tx.hold.count(),
        await tx.searchEntry.count(),
      ]);
      expect(seen).toEqual(seen.map(() => 0));
    }
  });

  it("alone may write, and everything others try is refused without a trace", async () => {
    const commander = await makePerson("commander", police);
    await expect(createOrganisation(commander, newDivision())).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(invitePerson(commander, newcomer(police.id))).rejects.toMatchObject({ code: "not-allowed" });
    await expect(listPeople(commander, {})).rejects.toMatchObject({ code: "not-allowed" });
    const own = await getPerson(admin, commander.userId);
    await expect(
      suspendPerson(commander, { key: key(), personId: admin.userId, version: 1, reason: "không rõ lý do" }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    expect(own?.person.suspendedAt).toBeNull();
  });
});
