import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { assertFreshProof } from "@/lib/access/fresh-proof";
import { once } from "@/lib/audit/once";
import { record, tell } from "@/lib/audit/record";
import { signer } from "@/lib/authenticity/signer";
import { dateOf, dayOf } from "@/lib/day";
import { statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { count } from "@/lib/figures/count";
import type { AmendmentModel, RequestModel } from "@/lib/generated/prisma/models";
import { type DocumentSeries, nextDocumentNumber } from "@/lib/organisations/numbering";
import { aboutRequest, lastChange } from "@/lib/requests/find";
import { assertIssuable, maySignAs } from "@/lib/requests/in-force";
import { kindOf } from "@/lib/requests/kinds";
import { envelopeHash, envelopeOf, signEnvelope } from "@/lib/requests/signing/envelope";
import { indexRequest } from "@/lib/search/index-entries";
import { carryOut } from "./carry-out";
import { amendmentBytes, amendmentHash, disputedAfter } from "./changes";
import { type AmendmentResult, amendmentAt } from "./commands";
import type { signAmendmentInput } from "./schema";
import type { AmendmentChanges } from "./types";

/**
 * Signs an amendment and carries it out in the same transaction: numbers its document from the unit's own counter, changes the request,
 * signs the content that it leads to anew, so that the request is what was signed again. Its signer did not draft it, holds a title that
 * the law names for the kind, has just proved his second factor and read this very content.
 * @throws Problem second-factor, not-found, not-allowed; not-now; changed-meanwhile when something was answered or changed since it was
 * drafted; sender-held.
 */
export function issueAmendment(
  actor: Actor,
  input: Omit<z.output<typeof signAmendmentInput>, "code">,
): Promise<AmendmentResult> {
  return once(actor, "amendment.issue", input, async (tx) => {
    const { request, amendment, now } = await amendmentAt(tx, actor, "issue", input);
    assertFreshProof(actor, now);
    if (request.suspectedAt) throw new Problem("not-now", { by: await lastChange(tx, request.id) });
    if (!maySignAs(await assertIssuable(tx, request, now), actor.signerTitle))
      throw new Problem("not-allowed");
    const changes = amendment.changes as AmendmentChanges;
    const isRead =
      amendmentHash({ ...amendment, changes }) === amendment.contentHash &&
      amendment.contentHash === input.contentHash;
    if (!isRead || amendment.baseHash !== request.contentHash)
      throw new Problem("changed-meanwhile", { by: await lastChange(tx, request.id) });

    const series = { type: kindOf(request.kindCode).documentType, restricted: request.restricted };
    const issued = await markIssued(tx, actor, amendment, series, now);
    await statement(tx, "select set_config('app.amending', $1, true)", [request.id]);
    const { columns, targets } = await carryOut(tx, request, changes);
    const after: RequestModel = { ...request, ...columns };
    const readHash = envelopeHash(await envelopeOf(tx, after));
    // The request's own signature covers its amendment from here on: signing reads it beside the content.
    const signed = await signEnvelope(tx, after, readHash, after);
    await tx.request.updateMany({
      where: { id: request.id, version: request.version },
      data: { ...columns, ...signed, version: { increment: 1 }, updatedAt: now },
    });
    await sealAmendment(tx, request.requesterOrgId, issued, signed);
    await statement(tx, "select set_config('app.amending', '', true)", []);

    await indexRequest(
      tx,
      {
        id: request.id,
        caseId: request.caseId,
        code: request.code,
        ownerOrgId: request.requesterOrgId,
        addresseeOrgId: request.addresseeOrgId,
        restricted: request.restricted,
        sealedTo: request.sealedTo,
      },
      targets,
    );
    // Counted on the day it was sent, so that the figures are what the records say.
    const difference = disputedAfter(request.disputedAmount, changes) - request.disputedAmount;
    await count(tx, request, request.sentAt!, [{ measure: "request.sent", amount: difference }]);
    await tellAll(tx, actor, request, issued, changes);
    return { requestId: request.id, amendmentId: amendment.id, version: issued.version, status: "ISSUED" };
  });
}

type Issued = AmendmentModel & {
  number: number;
  signedById: string;
  issuedAt: Date;
  documentNumber: string;
};

async function markIssued(
  tx: Tx,
  actor: Actor,
  amendment: AmendmentModel,
  series: DocumentSeries,
  now: Date,
): Promise<Issued> {
  const number =
    1 + (await tx.amendment.count({ where: { requestId: amendment.requestId, status: "ISSUED" } }));
  const data = {
    status: "ISSUED",
    number,
    signedById: actor.userId,
    issuedAt: now,
    documentNumber: await nextDocumentNumber(tx, actor.orgId, series, now),
    documentDate: dateOf(dayOf(now)),
    version: amendment.version + 1,
  };
  await tx.amendment.updateMany({ where: { id: amendment.id, version: amendment.version }, data });
  return { ...amendment, ...data };
}

async function sealAmendment(
  tx: Tx,
  orgId: string,
  issued: Issued,
  { contentHash: resultHash, signingKeyId }: { contentHash: string; signingKeyId: string },
): Promise<void> {
  const { signature, keyId } = await signer().sign(
    orgId,
    amendmentBytes({ ...issued, resultHash }),
    signingKeyId,
  );
  await tx.amendment.updateMany({
    where: { id: issued.id, status: "ISSUED" },
    data: { resultHash, signature, signingKeyId: keyId },
  });
}

async function tellAll(
  tx: Tx,
  actor: Actor,
  request: RequestModel,
  issued: Issued,
  changes: AmendmentChanges,
): Promise<void> {
  const { dueAt } = changes;
  await record(tx, actor, {
    ...aboutRequest(request),
    type: "request.amended",
    shared: true,
    reason: issued.reason,
    changes: {
      code: request.code,
      amendment: String(issued.number),
      documentNumber: issued.documentNumber,
      contentHash: issued.contentHash,
      disputedAmount: [
        request.disputedAmount.toString(),
        disputedAfter(request.disputedAmount, changes).toString(),
      ],
      ...(dueAt ? { dueAt: [dueAt.before, dueAt.after] } : {}),
    },
  });
  const notified = request.procuracyOrgId ? [request.procuracyOrgId] : [];
  await tell(tx, "request.amended", [request.requesterOrgId, request.addresseeOrgId, ...notified], {
    caseId: request.caseId,
    requestId: request.id,
    urgent: request.urgency !== "normal",
  });
}
