import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { restrictCase } from "@/lib/cases/commands";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { makePerson } from "@/prisma/factories/people";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { rowOf } from "@/prisma/factories/stored";
import { write } from "@/prisma/factories/sides";

afterAll(closeDatabase);

it("what a restricted case issues leaves no gap in its unit's numbers, and its register is its members' to read", async () => {
  const scene = await setScene();
  const numberOf = async ({ requestId }: { requestId: string }) => (await rowOf(requestId)).documentNumber!;
  const next = async () => numberOf(await issue(scene, await makeDraft(scene)));
  const first = await next();
  const symbol = first.replace("1/", "");
  expect(symbol).toMatch(/^CV-/);
  const restrict = async (restricted: boolean) => {
    const { version } = await asSystem((tx) => tx.case.findUniqueOrThrow({ where: { id: scene.caseId } }));
    const reason = "Liên quan cán bộ trong đơn vị.";
    await restrictCase(scene.commander, {
      key: randomUUID(),
      caseId: scene.caseId,
      version,
      restricted,
      reason,
    });
  };
  await restrict(true);
  expect([await next(), await next()]).toEqual([`1/${symbol}-HC`, `2/${symbol}-HC`]);

  const registers = (actor: Actor) =>
    asActor(actor, async (tx) =>
      (
        await statement<{ document_type: string }>(
          tx,
          "select document_type from document_counter where organisation_id = $1 order by 1",
          [scene.police.id],
        )
      ).rows.map(({ document_type: type }) => type),
    );
  const outside = await makePerson("commander", scene.police);
  expect(await registers(scene.commander)).toEqual(["CV", "CV-HC"]);
  expect(await registers(outside)).toEqual(["CV"]);
  const tried = `insert into document_counter (organisation_id, document_type, year, last)
    select organisation_id, document_type || '-HC', year, 1 from document_counter where document_type = 'CV' on conflict do nothing`;
  await expect(write(outside, tried)).rejects.toThrow(/row-level security/);
  expect(
    await write(outside, "update document_counter set last = last + 1 where document_type = 'CV-HC'"),
  ).toBe(0);

  await restrict(false);
  expect(await next()).toBe(`2/${symbol}`);
});
