import { actsAt } from "@/lib/access/acts-at";
import { type Actor, hasRole } from "@/lib/access/actor";
import { readAsActor, statement, type Tx } from "@/lib/db";
import { byName } from "@/lib/i18n/collation";
import { openStatuses } from "@/lib/requests/lifecycle";
import { isOpenSql, statusIn } from "@/lib/requests/status-sql";
import type { HandoverOffer, HandoverRow } from "./types";

/** Where this actor holds requests: at a desk, or in a unit, which asks and may be asked too; null for those who hold none. */
export function placeOf(actor: Actor): "desk" | "unit" | null {
  if (hasRole(actor, "liaison", "liaison_manager")) return "desk";
  return hasRole(actor, "investigator", "commander") ? "unit" : null;
}

/** A unit is not done with what was answered or refused: it waits for its word. */
const followedSql = statusIn([...openStatuses, "ANSWERED", "NOT_EXECUTED"], "r.status");

/**
 * What somebody holds, as a condition on `request r`; $1 membership, $2 person, $3 the organisation and those below it. What is
 * assigned to him to answer; in a unit also what he took over, and what he drafted and nobody took over.
 */
export function heldWhere(actor: Actor): string {
  const atDesk = `(r.addressee_org_id = any($3::uuid[]) and r.assignee_id = $1::uuid and $2::uuid is not null and ${isOpenSql})`;
  if (placeOf(actor) === "desk") return atDesk;
  return `(${atDesk} or (r.requester_org_id = any($3::uuid[]) and ${followedSql}
    and coalesce((select o.membership_id is not distinct from $1::uuid from request_officer o where o.request_id = r.id), r.drafter_id = $2::uuid)))`;
}

const colleaguesSql = `select m.id as "membershipId", p.full_name as name from membership m join person p on p.id = m.user_id
  where m.organisation_id = $1::uuid and m.id <> $2::uuid and m.roles && $3::role[]
    and ${actsAt("m", "now()")} limit 300`;
const colleagueValues = (actor: Actor) => [
  actor.orgId,
  actor.membershipId,
  placeOf(actor) === "desk" ? ["liaison", "liaison_manager"] : ["investigator", "commander"],
];
type Colleague = HandoverOffer["colleagues"][number];

/** Colleagues of the own organisation who act today and could go on with it. */
export async function colleaguesToHandTo(tx: Tx, actor: Actor): Promise<Colleague[]> {
  return (await statement<Colleague>(tx, colleaguesSql, colleagueValues(actor))).rows;
}

/** What the reader could hand over now, counted to a thousand, and to whom; null for those who hold nothing by their role. */
export async function getHandoverOffer(actor: Actor): Promise<HandoverOffer | null> {
  const place = placeOf(actor);
  if (!place) return null;
  const [held, colleagues] = await Promise.all([
    readAsActor<{ count: number }>(actor, {
      name: `handover-held-${place}`,
      text: `select count(*)::int as count from (select 1 from request r where ${heldWhere(actor)} limit 1000) h`,
      values: [actor.membershipId, actor.userId, actor.orgIds],
    }),
    readAsActor<Colleague>(actor, {
      name: "handover-colleagues",
      plan: "once",
      text: colleaguesSql,
      values: colleagueValues(actor),
    }),
  ]);
  return { held: held[0]?.count ?? 0, colleagues: colleagues.sort(byName) };
}

/** What was handed to the reader and he has not read yet, newest first. */
export async function listHandovers(actor: Actor): Promise<HandoverRow[]> {
  const rows = await readAsActor<{ id: string; from: string; note: string; count: number; at: Date }>(actor, {
    name: "handover-unread",
    plan: "once",
    text: `select h.id, p.full_name as from, h.note, h.request_count as count, h.made_at as at from handover h
        join membership m on m.id = h.from_membership_id join person p on p.id = m.user_id
      where h.to_membership_id = $1::uuid and h.read_at is null order by h.made_at desc limit 20`,
    values: [actor.membershipId],
  });
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
