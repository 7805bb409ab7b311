import type { Actor } from "@/lib/access/actor";
import { canOnMoney } from "@/lib/access/money-policy";
import { asActor, statement } from "@/lib/db";
import { factsOf, findingOf } from "./links";
import { holdsOfUnit } from "./conditions";
import { holdColumns, type HoldSqlRow, holdRowOf, holdTables } from "./list";
import { casesHolding, lookAtCase } from "./look";
import type { UnlinkedRow } from "./types";

/** So many cases are traced for one page; the soonest ends come first, and the page says when there are more. */
export const casesAtOnce = 60;

type Row = HoldSqlRow & {
  requester_org_id: string;
  sealed_to: string[];
  member_ids: string[];
  kept: string | null;
};

/**
 * Holds of the actor's units that the trail does not lead to, or that hold more than was traced to them. One that was kept with a ground is
 * left out until something new is known. `isCut`: there are more cases than are looked at.
 */
export function listUnlinked(actor: Actor): Promise<{ rows: UnlinkedRow[]; isCut: boolean }> {
  return asActor(actor, async (tx) => {
    const found = await casesHolding(tx, actor, casesAtOnce + 1);
    const caseIds = found.slice(0, casesAtOnce);
    const { rows } = await statement<Row>(
      tx,
      `select ${holdColumns}, r.requester_org_id, r.sealed_to,
          array(select m.membership_id from case_member m where m.case_id = h.case_id and m.removed_at is null) as member_ids,
          (select v.facts from hold_review v where v.hold_id = h.id order by v.reviewed_at desc limit 1) as kept
        from ${holdTables} where ${holdsOfUnit} and h.case_id = any($3::uuid[]) order by coalesce(h.until_at, 'infinity'::timestamptz), h.id`,
      [actor.orgIds, actor.membershipId, caseIds],
    );
    const links = new Map<string, Awaited<ReturnType<typeof lookAtCase>>>();
    for (const caseId of caseIds) links.set(caseId, await lookAtCase(tx, caseId));
    return {
      isCut: found.length > casesAtOnce,
      rows: rows.flatMap((row) => {
        const link = links.get(row.case_id)?.get(row.id);
        const finding = link && findingOf(link);
        if (!link || !finding || factsOf(link) === row.kept) return [];
        const like = {
          requesterOrgId: row.requester_org_id,
          holderOrgId: null,
          sealedTo: row.sealed_to,
          memberIds: row.member_ids,
        };
        return [
          {
            ...holdRowOf(row),
            finding,
            linked: link.linked.toString(),
            entered: link.entered.toString(),
            facts: factsOf(link),
            mayKeep: canOnMoney(actor, "hold.keep", like),
            mayRelease: canOnMoney(actor, "hold.draftRelease", like),
          },
        ];
      }),
    };
  });
}
