import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { asActor, statement } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { termHash } from "@/lib/search/term-hash";
import { normaliseTarget } from "@/lib/targets/kinds";
import type { ElsewhereInput } from "./schema";
import type { DutyDesk, Elsewhere } from "./types";

type Row = { place: number; unit: string; phone: string | null };

/**
 * Does another police unit hold the same account, wallet or number? Tells the unit and the number of its duty desk and nothing else
 * (domain §1.4): the database's own function gives no more (migration held_elsewhere), and knows no sealed case. Each match that is
 * told is a look-up on the record, with the keyed hash of what was asked.
 * @throws Problem not-allowed for whoever opens no cases in a police unit.
 */
export async function findElsewhere(actor: Actor, { targets }: ElsewhereInput): Promise<Elsewhere> {
  if (!may(actor, "case.create") || actor.orgKind !== "police") throw new Problem("not-allowed");
  const asked = targets.map(({ kind, value, institutionId }) => {
    const normal = normaliseTarget(kind, value);
    return { kind, value: normal.ok ? normal.value : "", institution: institutionId ?? null };
  });
  return asActor(actor, async (tx) => {
    const { rows } = await statement<Row>(
      tx,
      "select place, unit, phone from app.held_elsewhere($1::jsonb) order by place, unit",
      [JSON.stringify(asked)],
    );
    const desks = new Map<number, DutyDesk[]>();
    for (const { place, unit, phone } of rows)
      desks.set(place, [...(desks.get(place) ?? []), { unit, phone }]);
    for (const [place, found] of desks)
      await record(tx, actor, {
        type: "lookup.performed",
        subjectType: "lookup",
        changes: { purpose: "coordination", term: termHash(asked[place]!.value), found: found.length },
      });
    return [...desks].map(([place, found]) => ({ place, desks: found }));
  });
}
