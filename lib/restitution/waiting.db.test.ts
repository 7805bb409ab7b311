import { afterAll, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db";
import { receiveAppeal } from "@/lib/release/appeals";
import { setHeldScene } from "@/prisma/factories/held";
import { makePerson } from "@/prisma/factories/people";
import { approveDecision, draftDecision, key } from "@/prisma/factories/restitution";
import { submitRestitution } from "./commands";
import { listDecisionsHandedIn, listToApprove } from "./waiting";

afterAll(closeDatabase);

it("lays a decision that was handed in on the desks of those who may approve it, and on none of its authors'", async () => {
  const scene = await setHeldScene();
  const author = await makePerson(["investigator", "commander"], scene.police);
  const drafted = await draftDecision(scene);
  expect((await listToApprove(scene.commander)).total).toBe(0);
  const mine = await draftDecision(scene, drafted, author);
  const { decisionId } = await submitRestitution(author, { key: key(), ...mine });
  const waiting = await listToApprove(scene.commander);
  expect(waiting).toMatchObject({
    total: 1,
    rows: [{ id: decisionId, caseId: scene.caseId, blocked: null }],
  });
  expect((await listToApprove(author)).total).toBe(0);
  expect((await listToApprove(scene.investigator)).total).toBe(0);
  for (const actor of [author, scene.investigator])
    expect((await listDecisionsHandedIn(actor)).rows.map(({ id }) => id)).toEqual([decisionId]);
  expect((await listDecisionsHandedIn(scene.commander)).total).toBe(0);
  const stranger = (await setHeldScene()).commander;
  expect((await listToApprove(stranger)).total).toBe(0);
  expect((await listToApprove({ ...scene.commander, signerTitle: null })).rows[0]?.blocked).toBe("title");
  await approveDecision(scene.commander, scene);
  expect((await listToApprove(scene.commander)).total).toBe(0);
  expect((await listDecisionsHandedIn(author)).total).toBe(0);
});

it("says that a decision cannot be approved while somebody waits for an answer about its money", async () => {
  const scene = await setHeldScene();
  await submitRestitution(scene.investigator, { key: key(), ...(await draftDecision(scene)) });
  await receiveAppeal(scene.investigator, {
    key: key(),
    holdId: scene.holdIds[0]!,
    channel: "counter",
    appellant: "Lê Thị Khiếu",
    contact: "0912 000 111",
    content: "Số tiền này là tiền lương của tôi, đề nghị xem xét.",
  });
  expect((await listToApprove(scene.commander)).rows[0]?.blocked).toBe("disputed");
});
