import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { makeDraft, setScene } from "@/prisma/factories/scene";
import { appointMembers, restrictCase } from "./commands";

afterAll(closeDatabase);

it("a restricted case keeps whoever restricts it among its members, also when he had left it", async () => {
  const scene = await setScene();
  const now = async () => {
    const { version } = await asSystem((tx) => tx.case.findUniqueOrThrow({ where: { id: scene.caseId } }));
    return { key: randomUUID(), caseId: scene.caseId, version };
  };
  const appoint = async (...people: Actor[]) =>
    appointMembers(scene.commander, {
      ...(await now()),
      membershipIds: people.map(({ membershipId }) => membershipId),
    });
  const reason = "Liên quan cán bộ trong đơn vị.";
  await appoint(scene.investigator, scene.commander);
  await appoint(scene.investigator);
  await restrictCase(scene.commander, { ...(await now()), restricted: true, reason });
  const opened = restrictCase(scene.commander, { ...(await now()), restricted: false, reason });
  await expect(opened).resolves.toMatchObject({ caseId: scene.caseId });
});

it("a draft that is saved while its case is being restricted is sealed like the case", async () => {
  const scene = await setScene();
  const sealed = {
    restricted: true,
    sealedTo: [scene.investigator.membershipId, scene.commander.membershipId],
  };
  let drafting: ReturnType<typeof makeDraft> | undefined;
  await asActor(scene.commander, async (tx) => {
    await tx.case.updateMany({ where: { id: scene.caseId }, data: sealed });
    drafting = makeDraft(scene);
    drafting.catch(() => undefined);
    await expect
      .poll(async () => (await statement(tx, "select 1 from pg_locks where not granted", [])).count, {
        timeout: 10_000,
      })
      .toBeGreaterThan(0);
  });
  const { requestId: id } = await drafting!;
  expect(await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id } }))).toMatchObject(sealed);
});
