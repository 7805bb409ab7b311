import { actsAt } from "@/lib/access/acts-at";
import type { Actor } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";
import { byName } from "@/lib/i18n/collation";
import type { Kind } from "@/lib/requests/kinds/kind";
import { moneyKeepers } from "@/lib/requests/kinds/money-rows";
import type { Colleague, Institution } from "./types";

/** Colleagues to whom a manager may give work: who answers in the same organisation and acts today. */
export async function listColleagues(actor: Actor): Promise<Colleague[]> {
  const found = await readAsActor<Colleague>(actor, {
    name: "colleagues",
    plan: "once",
    text: `select m.id as "membershipId", p.full_name as name from membership m join person p on p.id = m.user_id
        where m.organisation_id = $1::uuid and m.roles && array['liaison', 'liaison_manager', 'investigator', 'commander']::role[]
          and ${actsAt("m", "now()")} limit 200`,
    values: [actor.orgId],
  });
  return found.sort(byName);
}

/**
 * The organisations in force that an answer to this kind may name, by short name: where money can have gone on to, and who may keep
 * what is asked for instead.
 */
export async function listInstitutions(actor: Actor, kind: Kind): Promise<Institution[]> {
  const types = Object.values(kind.columns).flatMap((fields) => fields.map(({ type }) => type));
  const kinds = [
    ...(types.includes("transfers") ? moneyKeepers : []),
    ...(types.includes("organisation") ? kind.addressees : []),
  ];
  if (kinds.length === 0) return [];
  const found = await readAsActor<Institution>(actor, {
    name: "answer-institutions",
    plan: "once",
    text: "select id, short_name as name, kind from organisation where kind = any($1::organisation_kind[]) and valid_to is null limit 1000",
    values: [[...new Set<string>(kinds)]],
  });
  return found.sort(byName);
}
