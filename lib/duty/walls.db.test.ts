import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { makeOrganisation, makePerson, type Unit } from "@/prisma/factories/people";
import { issue, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { write } from "@/prisma/factories/sides";

afterAll(closeDatabase);
const hour = 3_600_000;
const shiftOf = (unit: Unit, { membershipId }: Actor, rank: number, from: number, phone: string | null) =>
  asSystem((tx) =>
    tx.dutyShift.create({
      data: {
        orgId: unit.id,
        membershipId,
        rank,
        phone,
        fromAt: new Date(Date.now() + from),
        toAt: new Date(Date.now() + from + 8 * hour),
      },
    }),
  );

describe("an exchange that was agreed to", () => {
  let bank: Unit;
  let [one, two, third]: Actor[] = [];
  let given: string;
  let taken: string;
  let swap: string;
  beforeAll(async () => {
    bank = await makeOrganisation("bank");
    one = await makePerson("liaison", bank);
    two = await makePerson("liaison", bank);
    third = await makePerson("liaison", bank);
    given = (await shiftOf(bank, one, 1, 24 * hour, "0900000001")).id;
    taken = (await shiftOf(bank, two, 1, 48 * hour, "0900000002")).id;
    swap = (
      await asSystem((tx) =>
        tx.dutySwap.create({
          data: {
            orgId: bank.id,
            shiftId: given,
            returnShiftId: taken,
            fromMembershipId: one!.membershipId,
            toMembershipId: two!.membershipId,
          },
        }),
      )
    ).id;
  });
  /** Agrees as the one who was asked, and writes one of the shifts as he likes. Gives how many rows that changed. */
  const agreeing = (sql: string, values: unknown[]) =>
    asActor(two!, async (tx) => {
      await statement(
        tx,
        "update duty_swap set state = 'agreed', answered_at = date_trunc('milliseconds', clock_timestamp()) where id = $1",
        [swap],
      );
      const { count } = await statement(tx, sql, values);
      return count;
    });
  const take = "update duty_shift set membership_id = $2, phone = $3 where id = $1";

  it("takes no shift that was given to a third person meanwhile", async () => {
    await asSystem((tx) =>
      tx.dutyShift.update({ where: { id: given }, data: { membershipId: third!.membershipId } }),
    );
    expect(await agreeing(take, [given, two!.membershipId, "0900000002"]).catch(() => 0)).toBe(0);
    await asSystem((tx) =>
      tx.dutyShift.update({ where: { id: given }, data: { membershipId: one!.membershipId } }),
    );
    await asSystem((tx) =>
      tx.dutySwap.update({ where: { id: swap }, data: { state: "proposed", answeredAt: null } }),
    );
  });

  it("leaves each his own number, and puts no other in its place", async () => {
    await expect(agreeing(take, [given, two!.membershipId, "0999999999"])).rejects.toThrow(
      /not yours to keep/,
    );
    await expect(
      agreeing("update duty_shift set phone = '0999999999' where id = $1", [given]),
    ).rejects.toThrow(/not yours|row-level security/);
  });

  it("has changed hands in the same act, both ways; agreeing alone, or taking one, is none", async () => {
    await expect(agreeing("select 1", [])).rejects.toThrow(/moves its shifts/);
    await expect(agreeing(take, [given, two!.membershipId, "0900000002"])).rejects.toThrow(
      /moves its shifts/,
    );
    const both = `update duty_shift s set membership_id = case when s.id = $1 then $3::uuid else $4::uuid end,
      phone = case when s.id = $1 then '0900000002' else '0900000001' end where s.id in ($1::uuid, $2::uuid)`;
    expect(await agreeing(both, [given, taken, two!.membershipId, one!.membershipId])).toBe(2);
  });
});

describe("a hand-over note", () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await setScene({ provinceCode: "W5" });
  });
  const note = async (requestIds: string[], from = -hour) => {
    const { id } = await shiftOf(scene.bank, scene.liaison, 1, from, null);
    try {
      return await write(
        scene.liaison,
        "insert into duty_note (org_id, shift_id, author_id, body, request_ids) values ($1, $2, $3, 'Bàn giao ca.', $4)",
        [scene.bank.id, id, scene.liaison.membershipId, requestIds],
      );
    } finally {
      await asSystem((tx) => tx.dutyShift.update({ where: { id }, data: { cancelledAt: new Date() } }));
    }
  };

  it("names urgent requests that are open at its own desk, each once, and no other", async () => {
    const other = await setScene({ provinceCode: "W6" });
    const urgent = async (of: Scene) =>
      (await issue(of, await makeDraft(of, "ACCOUNT_SUSPEND", { urgency: "urgent" }))).requestId;
    const [own, foreign] = [await urgent(scene), await urgent(other)];
    const normal = (await issue(scene, await makeDraft(scene, "ACCOUNT_SUSPEND", { urgency: "normal" })))
      .requestId;
    for (const named of [[foreign], [own, own], [normal], ["01a00000-0000-7000-8000-000000000000"]])
      await expect(note(named)).rejects.toThrow(/what is open at its desk/);
    expect(await note([own])).toBe(1);
  });

  it("is left in its shift, or within twelve hours of its end", async () => {
    expect(await note([], -19 * hour)).toBe(1);
    for (const from of [-21 * hour, -90 * 24 * hour, hour])
      await expect(note([], from)).rejects.toThrow(/row-level security/);
  });
});
