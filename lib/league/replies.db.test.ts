import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { dayOf } from "@/lib/day";
import { asSystem, closeDatabase } from "@/lib/db";
import { foldPace } from "@/lib/figures/pace/fold";
import { answerNext } from "@/prisma/factories/answered";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { replyToLeague } from "./commands";
import { tellOfReplies } from "./tell-of-replies";

afterAll(closeDatabase);

const reply = (actor: Actor, body: string, period: "month" | "quarter" = "month") =>
  replyToLeague(actor, { key: randomUUID(), period, on: dayOf(new Date()), body });
const toldOf = async (eventId: string) => {
  await foldPace();
  await Promise.all([tellOfReplies(), tellOfReplies()]);
  await tellOfReplies();
  return asSystem((tx) => tx.notification.findMany({ where: { eventId } }));
};

describe("a reply to the league", () => {
  it("is told to whoever reads the line, once, and says nothing of what it says", async () => {
    const scene = await setScene({ provinceCode: "G4" });
    const { requestId } = await makeAcknowledged(scene);
    await answerNext(scene.liaison, requestId);
    await answerNext(scene.liaison, requestId);
    const unit = (provinceCode: string) => makeOrganisation("peoples_committee", { provinceCode });
    const [here, elsewhere] = [await unit("G4"), await unit("G5")];
    const leader = await makePerson("leader", here);
    const officer = await makePerson(
      "department_officer",
      await makeOrganisation("department", { provinceCode: "G4" }),
    );
    const others = [
      await makePerson("auditor", here),
      await makePerson("leader", elsewhere),
      scene.investigator,
      scene.liaison,
      scene.manager,
    ];
    const { replyId } = await reply(scene.manager, "Hệ thống nâng cấp hai đêm.");
    const told = await toldOf(replyId);
    const to = told.map(({ membershipId }) => membershipId);
    expect(to).toEqual(
      expect.arrayContaining([leader, officer, scene.commander].map((one) => one.membershipId)),
    );
    expect(new Set(to).size).toBe(to.length);
    for (const other of others) expect(to).not.toContain(other.membershipId);
    expect(told[0]).toMatchObject({ kind: "league.replied", urgent: false });
    expect(told[0]!.href).toMatch(/^\/league\?on=\d{4}-\d{2}-\d{2}$/);
    expect(JSON.stringify(told)).not.toContain("nâng cấp");
  });

  it("that takes another's place on the same day is not told of again; one to another period is", async () => {
    const scene = await setScene({ provinceCode: "G4" });
    const { requestId } = await makeAcknowledged(scene);
    await answerNext(scene.liaison, requestId);
    await answerNext(scene.liaison, requestId);
    expect((await toldOf((await reply(scene.manager, "Một câu.")).replyId)).length).toBeGreaterThan(0);
    expect(await toldOf((await reply(scene.manager, "Câu khác.")).replyId)).toEqual([]);
    expect(
      (await toldOf((await reply(scene.manager, "Một câu.", "quarter")).replyId)).length,
    ).toBeGreaterThan(0);
  });
});
