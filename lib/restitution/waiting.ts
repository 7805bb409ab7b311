import type { Actor } from "@/lib/access/actor";
import { hasRole } from "@/lib/access/actor";
import { asActor, databaseNow, statement } from "@/lib/db";
import { kindsInForce, maySignAs } from "@/lib/requests/in-force";
import type { Pile } from "@/lib/requests/police/waiting";
import { measure } from "./commands";

/** A decision that waits to be approved. Total in VND as digits, instants ISO UTC. */
export type WaitingDecision = {
  id: string;
  caseId: string;
  code: string;
  caseTitle: string;
  total: string;
  waitingSince: string;
  /** Why it cannot be approved now: somebody waits for an answer about its money, or the reader's title is not the register's. */
  blocked: "disputed" | "title" | null;
};
type Row = Omit<WaitingDecision, "waitingSince" | "blocked"> & {
  submitted_at: Date;
  disputed: boolean;
  found: number;
};

const shown = 5;
/** $1 units, $2 membership, $3 the reader, who is among its authors or not. Row-level security repeats the reach. */
const textOf = (authored: string) => `select q.*, (count(*) over ())::int as found from (
    select d.id, d.case_id as "caseId", c.code, c.title as "caseTitle", d.total::text, d.submitted_at,
      exists (select 1 from app.disputed_holds(array(select s.hold_id from restitution_share s where s.decision_id = d.id and s.amount > 0))) as disputed
    from restitution_decision d join fraud_case c on c.id = d.case_id
    where d.status = 'PENDING_APPROVAL' and c.unit_id = any($1::uuid[]) and (not c.restricted or $2::uuid = any(c.sealed_to))
      and ${authored}
    order by d.submitted_at, d.id limit 100) q limit ${shown}`;

async function pile(actor: Actor, authored: string): Promise<Pile<WaitingDecision>> {
  return asActor(actor, async (tx) => {
    const { rows } = await statement<Row>(tx, textOf(authored), [
      actor.orgIds,
      actor.membershipId,
      actor.userId,
    ]);
    if (rows.length === 0) return { rows: [], total: 0 };
    const law = (await kindsInForce(tx, [measure], await databaseNow(tx))).get(measure);
    const hasTitle = law !== undefined && maySignAs(law, actor.signerTitle);
    return {
      rows: rows.map(({ submitted_at, disputed, found: _found, ...row }) => ({
        ...row,
        waitingSince: submitted_at.toISOString(),
        blocked: disputed ? "disputed" : hasTitle ? null : "title",
      })),
      total: rows[0]!.found,
    };
  });
}

const none: Pile<WaitingDecision> = { rows: [], total: 0 };

/** Decisions that a commander approves, those waiting longest first: of nobody who wrote, rewrote or handed them in. */
export const listToApprove = async (actor: Actor): Promise<Pile<WaitingDecision>> =>
  hasRole(actor, "commander") ? pile(actor, "not $3::uuid = any(d.editor_ids)") : none;

/** Decisions that the reader wrote or handed in and that wait for a commander, those waiting longest first. */
export const listDecisionsHandedIn = async (actor: Actor): Promise<Pile<WaitingDecision>> =>
  hasRole(actor, "investigator", "commander") ? pile(actor, "$3::uuid = any(d.editor_ids)") : none;
