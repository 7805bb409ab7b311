import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addCaseTargets } from "@/lib/cases/commands";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { termHash } from "@/lib/search/term-hash";
import { makePerson } from "@/prisma/factories/people";
import { rejection } from "@/prisma/factories/rejection";
import { type Scene, setScene } from "@/prisma/factories/scene";
import { findElsewhere } from "./commands";

let here: Scene;
let there: Scene;
let sealed: Scene;
const account = () => String(Math.floor(1e11 + Math.random() * 9e11));
const [shared, hidden, ours] = [account(), account(), account()];
const phone = `09${String(Math.floor(1e7 + Math.random() * 8e7))}`;

beforeAll(async () => {
  [here, there, sealed] = [await setScene(), await setScene(), await setScene({ restricted: true })];
  const add = (scene: Scene, kind: "bank_account" | "phone_number", value: string, institutionId?: string) =>
    addCaseTargets(scene.investigator, {
      key: randomUUID(),
      caseId: scene.caseId,
      targets: [{ kind, value, institutionId, holderName: "NGUYEN VAN GIAU" }],
    });
  await add(there, "bank_account", shared, there.bank.id);
  await add(there, "phone_number", phone);
  await add(sealed, "bank_account", hidden, sealed.bank.id);
  await add(here, "bank_account", ours, here.bank.id);
  await ageTargets(here.caseId);
  await asSystem((tx) =>
    tx.organisation.update({ where: { id: there.police.id }, data: { dutyPhone: "02033555113" } }),
  );
});
afterAll(closeDatabase);
/** As if the targets of this case had been written two hours ago. */
const ageTargets = (caseId: string) =>
  asSystem((tx) =>
    tx.target.updateMany({ where: { caseId }, data: { createdAt: new Date(Date.now() - 7_200_000) } }),
  );

const bank = (value: string, institutionId?: string) => ({
  kind: "bank_account" as const,
  value,
  ...(institutionId && { institutionId }),
});
const unitOf = (scene: Scene) =>
  asSystem(
    async (tx) => (await tx.organisation.findUniqueOrThrow({ where: { id: scene.police.id } })).shortName,
  );
const lookups = (scene: Scene, value: string) =>
  asSystem((tx) =>
    tx.event.findMany({
      where: {
        type: "lookup.performed",
        actorId: scene.investigator.userId,
        changes: { path: ["term"], equals: termHash(value) },
      },
    }),
  );

describe("another unit's case", () => {
  it("is told as the unit and the number of its duty desk, and as nothing else", async () => {
    const unit = await unitOf(there);
    const found = await findElsewhere(here.investigator, {
      targets: [
        bank(ours, here.bank.id),
        bank(shared, there.bank.id),
        { kind: "phone_number", value: phone },
      ],
    });
    expect(found).toEqual([
      { place: 1, desks: [{ unit, phone: "02033555113" }] },
      { place: 2, desks: [{ unit, phone: "02033555113" }] },
    ]);
    const bytes = JSON.stringify(found);
    for (const secret of [there.caseId, "VV-", "GIAU", "Minh Họa", there.investigator.name, "Giả danh"])
      expect(bytes).not.toContain(secret);
  });

  it("is a look-up on the record of whoever was told, without the number itself", async () => {
    const [event] = await lookups(here, shared);
    expect(event).toMatchObject({
      changes: { purpose: "coordination", found: 1 },
      caseId: null,
      orgId: here.police.id,
    });
    expect(JSON.stringify(event!.changes)).not.toContain(shared);
    expect(await lookups(here, ours)).toEqual([]);
  });

  it("is met by the whole number at the same institution, or where nobody named one", async () => {
    const ask = async (value: string, institutionId?: string) =>
      (await findElsewhere(here.investigator, { targets: [bank(value, institutionId)] })).length;
    expect(await ask(shared)).toBe(1);
    expect(await ask(shared, here.bank.id)).toBe(0);
    expect(await ask(shared.slice(0, 9))).toBe(0);
    expect(await ask("%")).toBe(0);
  });

  it("that is sealed is no match, also for colleagues of its own unit and the unit above", async () => {
    const above = await makePerson("commander", here.police, [sealed.police]);
    for (const actor of [
      here.investigator,
      here.commander,
      above,
      await makePerson("investigator", sealed.police),
    ])
      expect(await findElsewhere(actor, { targets: [bank(hidden)] })).toEqual([]);
  });

  it("of one's own unit and of those below is no other unit's", async () => {
    const above = await makePerson("investigator", here.police, [there.police]);
    expect(await findElsewhere(above, { targets: [bank(shared), bank(ours)] })).toEqual([]);
  });
});

describe("whoever tries numbers one after the other", () => {
  const some = (count: number) => Array.from({ length: count }, () => bank(account()));
  const askedBy = (userId: string) =>
    asSystem(async (tx) =>
      (await tx.event.findMany({ where: { type: "lookup.performed", actorId: userId } })).map(
        ({ changes }) => changes,
      ),
    );

  it("leaves on the record how many met nothing; one's own cases are no such numbers", async () => {
    const seeker = await makePerson("investigator", here.police);
    await findElsewhere(seeker, { targets: [bank(ours, here.bank.id)] });
    expect(await askedBy(seeker.userId)).toEqual([]);
    await findElsewhere(seeker, { targets: [...some(3), bank(ours, here.bank.id)] });
    expect(await askedBy(seeker.userId)).toEqual([{ purpose: "coordination", asked: 3, found: 0 }]);
  });

  it("is stopped after 2,000 in an hour, and goes on with the numbers of own cases", async () => {
    const seeker = await makePerson("investigator", here.police);
    for (let time = 0; time < 9; time += 1) await findElsewhere(seeker, { targets: some(200) });
    for (let time = 0; time < 25; time += 1) await findElsewhere(seeker, { targets: some(1) });
    const refused = await rejection(findElsewhere(seeker, { targets: some(176) }));
    expect(refused).toMatchObject({ code: "too-many" });
    await findElsewhere(seeker, { targets: some(175) });
    expect(await rejection(findElsewhere(seeker, { targets: some(1) }))).toMatchObject({ code: "too-many" });
    expect(await findElsewhere(seeker, { targets: [bank(ours, here.bank.id)] })).toEqual([]);
    expect(await findElsewhere(here.investigator, { targets: some(1) })).toEqual([]);
  });

  it("gains nothing by writing them into a case, nor by naming another keeper", async () => {
    const seeker = await makePerson("investigator", here.police);
    const written = account();
    await addCaseTargets(here.investigator, {
      key: randomUUID(),
      caseId: here.caseId,
      targets: [{ kind: "bank_account", value: written, institutionId: here.bank.id }],
    });
    await findElsewhere(seeker, { targets: [bank(written, here.bank.id), bank(ours, there.bank.id)] });
    expect(await askedBy(seeker.userId)).toEqual([{ purpose: "coordination", asked: 2, found: 0 }]);
  });
});

describe("nobody else", () => {
  it("may ask: no desk, no leader, no analyst, no auditor", async () => {
    const others = await Promise.all(
      (["leader", "analyst", "auditor", "admin"] as const).map((role) => makePerson(role, here.police)),
    );
    for (const actor of [...others, here.liaison, here.telecomLiaison])
      expect(await rejection(findElsewhere(actor, { targets: [bank(shared)] }))).toMatchObject({
        code: "not-allowed",
      });
  });

  it("is answered by the database either", async () => {
    const asked = JSON.stringify([{ kind: "bank_account", value: shared, institution: null }]);
    const rowsFor = (actor: Scene["investigator"]) =>
      asActor(
        actor,
        async (tx) => (await statement(tx, "select * from app.held_elsewhere($1::jsonb)", [asked])).rows,
      );
    for (const actor of [here.liaison, here.telecomLiaison, await makePerson("auditor", here.police)])
      expect(await rowsFor(actor)).toEqual([]);
    expect(Object.keys((await rowsFor(here.investigator))[0] as object).sort()).toEqual([
      "phone",
      "place",
      "unit",
    ]);
  });
});
