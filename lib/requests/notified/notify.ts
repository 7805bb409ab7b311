import type { Actor } from "@/lib/access/actor";
import { record, tell } from "@/lib/audit/record";
import { statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { procuracyOf } from "@/lib/organisations/procuracy";
import { aboutRequest, type HeldRequest } from "@/lib/requests/find";
import { kindOf } from "@/lib/requests/kinds";

/**
 * The procuracy that has to know of this order before it is delivered (Criminal Procedure Code art. 129); null for kinds of which none
 * is told. One that came into the register after the draft was saved is found now.
 * @throws Problem "invalid" at `procuracyOrgId` when one has to be told and the register has none for the province.
 */
export async function procuracyToTell(tx: Tx, request: HeldRequest): Promise<string | null> {
  if (request.procuracyOrgId || !kindOf(request.kindCode).notifiesProcuracy) return request.procuracyOrgId;
  const found = await procuracyOf(tx, request.provinceCode);
  if (!found) throw new Problem("invalid", { fields: { procuracyOrgId: "procuracy.none" } });
  await statement(tx, "update request set procuracy_org_id = $2 where id = $1", [request.id, found]);
  return found;
}

/** Tells the procuracy, in the signature's own transaction and before the addressee is told. */
export async function notifyProcuracy(
  tx: Tx,
  actor: Actor,
  request: HeldRequest,
  procuracyOrgId: string,
): Promise<void> {
  await record(tx, actor, {
    ...aboutRequest(request),
    type: "request.notified",
    shared: false,
    changes: { code: request.code, procuracy: procuracyOrgId },
  });
  await tell(tx, "request.notified", [procuracyOrgId], {
    caseId: request.caseId,
    requestId: request.id,
    urgent: request.urgency !== "normal",
  });
}
