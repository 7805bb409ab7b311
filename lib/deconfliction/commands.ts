import type { Actor } from "@/lib/access/actor";
import { keyedHash } from "@/lib/access/crypto";
import { may } from "@/lib/access/policy";
import { type Limit, tryLane } from "@/lib/access/throttle";
import { record } from "@/lib/audit/record";
import { asActor, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { termHash } from "@/lib/search/term-hash";
import { normaliseTarget } from "@/lib/targets/kinds";
import { type ElsewhereInput, mostNewAnHour, type SharedKind } from "./schema";
import type { DutyDesk, Elsewhere } from "./types";

type Row = { place: number; unit: string; phone: string | null };
type Asked = { kind: SharedKind; value: string; institution: string | null };

const asksAllowed: Limit[] = [{ limit: mostNewAnHour, minutes: 60 }];
/** What was only just written into a case is no case's own work yet: whoever tries numbers could write them there first. */
const ownAfterMinutes = 60;

/**
 * Does another police unit hold the same account, wallet or number? Tells the unit and the number of its duty desk and nothing else
 * (domain §1.4): the database's own function gives no more (migration held_elsewhere), and knows no sealed case. Each match that is
 * told is a look-up on the record, with the keyed hash of what was asked; of what was asked beyond one's own cases and met nothing, how
 * many. There is a bound on that, so that whoever tries numbers one after the other finds out little, and is seen.
 * @throws Problem not-allowed for whoever opens no cases in a police unit; too-many, and none of them asked, when that would be more than
 * `mostNewAnHour` numbers of no own case.
 */
export async function findElsewhere(actor: Actor, { targets }: ElsewhereInput): Promise<Elsewhere> {
  if (!may(actor, "case.create") || actor.orgKind !== "police") throw new Problem("not-allowed");
  const asked = targets.map(({ kind, value, institutionId }): Asked => {
    const normal = normaliseTarget(kind, value);
    return { kind, value: normal.ok ? normal.value : "", institution: institutionId ?? null };
  });
  const own = await placesOfOwn(actor, asked);
  const places = asked.length - own.size;
  if (places > 0) await tryLane(keyedHash("lane", `elsewhere:${actor.userId}`), asksAllowed, { places });
  return asActor(actor, async (tx) => {
    const { rows } = await statement<Row>(
      tx,
      "select place, unit, phone from app.held_elsewhere($1::jsonb) order by place, unit",
      [JSON.stringify(asked)],
    );
    const desks = new Map<number, DutyDesk[]>();
    for (const { place, unit, phone } of rows)
      desks.set(place, [...(desks.get(place) ?? []), { unit, phone }]);
    const missed = asked.filter((_, place) => !own.has(place) && !desks.has(place)).length;
    if (missed > 0) await recordAsked(tx, actor, { asked: missed, found: 0 });
    for (const [place, found] of desks)
      await recordAsked(tx, actor, { term: termHash(asked[place]!.value), found: found.length });
    return [...desks].map(([place, found]) => ({ place, desks: found }));
  });
}

/** Which of these stand in a case that the actor sees, at the same keeper where both name one: asking about them is the case's own work. */
async function placesOfOwn(actor: Actor, asked: readonly Asked[]): Promise<Set<number>> {
  return asActor(actor, async (tx) => {
    const { rows } = await statement<{ place: number }>(
      tx,
      // Plain texts: what is taken out of JSON may not be compared before a row is known to be visible, and no index would serve.
      `select distinct (a.place - 1)::int as place
        from unnest($1::text[], $2::text[], $3::uuid[]) with ordinality as a (kind, value, institution, place)
          join target t on t.value = a.value and t.kind::text = a.kind
            and (t.institution_id is null or a.institution is null or t.institution_id = a.institution)
        where t.created_at < clock_timestamp() - make_interval(mins => $4)`,
      [
        asked.map(({ kind }) => kind),
        asked.map(({ value }) => value),
        asked.map(({ institution }) => institution),
        ownAfterMinutes,
      ],
    );
    return new Set(rows.map(({ place }) => place));
  });
}

const recordAsked = (tx: Tx, actor: Actor, changes: { asked?: number; term?: string; found: number }) =>
  record(tx, actor, {
    type: "lookup.performed",
    subjectType: "lookup",
    changes: { purpose: "coordination", ...changes },
  });
