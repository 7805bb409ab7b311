import type { Actor } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";
import type { Notice } from "./listen";

/**
 * Whether this actor may know that something happened: it concerns his organisation, and row-level security shows him the record.
 * So an open screen of the same unit never learns that a restricted case exists.
 */
export async function mayHear(actor: Actor, notice: Notice): Promise<boolean> {
  if (!notice.orgs.some((org) => org === actor.orgId || actor.orgIds.includes(org))) return false;
  if (notice.requestId)
    return sees(actor, "notice-request", "select 1 from request where id = $1", notice.requestId);
  if (notice.caseId)
    return sees(actor, "notice-case", "select 1 from fraud_case where id = $1", notice.caseId);
  return false;
}

async function sees(actor: Actor, name: string, text: string, id: string): Promise<boolean> {
  return (await readAsActor(actor, { name, text, values: [id] })).length > 0;
}
