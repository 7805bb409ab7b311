import type { Actor } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";
import { byName } from "@/lib/i18n/collation";
import type { Colleague, Institution } from "./types";

/** Colleagues to whom a manager may give work: liaisons of the same organisation who act today. */
export async function listColleagues(actor: Actor): Promise<Colleague[]> {
  const found = await readAsActor<Colleague>(actor, {
    name: "colleagues",
    text: `select m.id as "membershipId", p.full_name as name from membership m join person p on p.id = m.user_id and p.suspended_at is null
        where m.organisation_id = $1::uuid and m.roles && array['liaison', 'liaison_manager']::role[]
          and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) limit 200`,
    values: [actor.orgId],
  });
  return found.sort(byName);
}

/** Where money can have gone on to: banks and payment intermediaries in force, by short name. */
export async function listMoneyInstitutions(actor: Actor): Promise<Institution[]> {
  const found = await readAsActor<Institution>(actor, {
    name: "money-institutions",
    text: "select id, short_name as name from organisation where kind in ('bank', 'payment_intermediary') and valid_to is null limit 500",
    values: [],
  });
  return found.sort(byName);
}
