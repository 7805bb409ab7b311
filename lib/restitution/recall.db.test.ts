import { afterAll, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db";
import { setHeldScene } from "@/prisma/factories/held";
import { makePerson } from "@/prisma/factories/people";
import {
  approveDecision,
  draftDecision,
  key,
  openDecision,
  submitDecision,
} from "@/prisma/factories/restitution";
import { write, writesNothing } from "@/prisma/factories/sides";
import { recallRestitution, submitRestitution } from "./commands";

afterAll(closeDatabase);

it("a decision is taken back by who wrote it while nobody has approved it, mended and handed in again", async () => {
  const scene = await setHeldScene();
  const { id: decisionId, version } = await submitDecision(scene);
  expect((await openDecision(scene.investigator, scene)).may.recall).toBe(true);
  expect((await openDecision(scene.commander, scene)).may.recall).toBe(false);
  const input = { key: key(), decisionId, version };
  const taken = await recallRestitution(scene.investigator, input);
  // The same press again does nothing more.
  expect(await recallRestitution(scene.investigator, input)).toEqual(taken);
  const drafted = await openDecision(scene.investigator, scene);
  expect(drafted).toMatchObject({ status: "DRAFT", statedReason: null, may: { edit: true, recall: false } });
  await expect(approveDecision(scene.commander, scene)).rejects.toMatchObject({ code: "not-now" });
  const mended = await draftDecision(scene, {
    decisionId,
    version: taken.version,
    grounds: "Trả lại tiền cho bị hại, đã đối chiếu lại với sao kê.",
  });
  await submitRestitution(scene.investigator, { key: key(), decisionId, version: mended.version });
  await approveDecision(scene.commander, scene);
  expect(await openDecision(scene.commander, scene)).toMatchObject({ status: "APPROVED" });
});

it("of taking back and approving at once one wins; what is approved is not taken back", async () => {
  for (let round = 0; round < 3; round++) {
    const scene = await setHeldScene();
    const { id: decisionId, version } = await submitDecision(scene);
    const ends = await Promise.allSettled([
      approveDecision(scene.commander, scene),
      recallRestitution(scene.investigator, { key: key(), decisionId, version }),
    ]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { status } = await openDecision(scene.commander, scene);
    expect(status).toBe(ends[0].status === "fulfilled" ? "APPROVED" : "DRAFT");
  }
  const scene = await setHeldScene();
  await submitDecision(scene);
  await approveDecision(scene.commander, scene);
  const { id: decisionId, version } = await openDecision(scene.investigator, scene);
  await expect(
    recallRestitution(scene.investigator, { key: key(), decisionId, version }),
  ).rejects.toMatchObject({ code: "not-now" });
  await expect(
    write(
      scene.investigator,
      "update restitution_decision set status = 'DRAFT', submitted_at = null where id = $1",
      [decisionId],
    ),
  ).rejects.toThrow(/no arrow/);
});

it("is taken back by nobody else, and as it was handed in, in the command and in the database", async () => {
  const scene = await setHeldScene();
  const { id: decisionId, version } = await submitDecision(scene);
  const colleague = await makePerson("investigator", scene.police);
  for (const who of [colleague, scene.commander])
    await expect(recallRestitution(who, { key: key(), decisionId, version })).rejects.toMatchObject({
      code: "not-allowed",
    });
  await expect(recallRestitution(scene.liaison, { key: key(), decisionId, version })).rejects.toMatchObject({
    code: "not-found",
  });
  const takeBack = (more = "") =>
    `update restitution_decision set status = 'DRAFT', submitted_at = null, version = version + 1 ${more} where id = $1`;
  await expect(write(colleague, takeBack(), [decisionId])).rejects.toThrow(/not yours/);
  await writesNothing(scene.liaison, takeBack(), [decisionId]);
  // Nobody rewrites it in the act that takes it back or gives it back, nor calls his own recall a commander's word.
  for (const who of [scene.investigator, scene.commander])
    await expect(
      write(
        who,
        takeBack(", grounds = 'Một căn cứ khác hẳn với bản đã trình.', stated_reason = 'Trả lại.'"),
        [decisionId],
      ),
    ).rejects.toThrow(/stays as it was/);
  await expect(
    write(scene.investigator, takeBack(", stated_reason = 'Chỉ huy trả lại.'"), [decisionId]),
  ).rejects.toThrow(/not yours/);
  expect(await write(scene.investigator, takeBack(), [decisionId])).toBe(1);
});
