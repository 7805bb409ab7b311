import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";
import { visibleRequests } from "@/lib/access/scope";
import { isSignedBy } from "@/lib/authenticity/verify";
import { asActor, databaseNow, statement, type Tx } from "@/lib/db";
import type { AmendmentModel, RequestModel } from "@/lib/generated/prisma/models";
import { namesOf, organisationsOf, peopleOf } from "@/lib/organisations/names";
import { kindsInForce, maySignAs } from "@/lib/requests/in-force";
import { kindOf } from "@/lib/requests/kinds";
import { isOpen } from "@/lib/requests/rules";
import { membersOf } from "@/lib/requests/thread/queries";
import { amendmentBytes, amendmentHash, disputedAfter } from "./changes";
import { addableTargets } from "./checks";
import type { AmendmentStatus } from "./lifecycle";
import type { AmendmentCard, AmendmentChanges, AmendmentForm, Amendments, AmendmentView } from "./types";

/** The amendments of a request, first to last: its unit sees drafts too, the other side what was issued. Discarded ones stay away. */
export function getAmendments(actor: Actor, requestId: string): Promise<Amendments> {
  return asActor(actor, async (tx) => {
    const request = await tx.request.findFirst({
      where: { AND: [{ id: requestId }, visibleRequests(actor)] },
    });
    if (!request) return { lines: [], mayAmend: false, recallId: null };
    return amendmentsOf(tx, actor, { ...request, memberIds: await membersOf(tx, request) });
  });
}

/** The same in the breath of a page that has read the request already and found it the actor's to see. */
export async function amendmentsOf(
  tx: Tx,
  actor: Actor,
  request: RequestModel & { memberIds: string[] },
): Promise<Amendments> {
  // Most requests are never amended, and Prisma's question costs ten times this one.
  const { count } = await statement(tx, "select 1 from amendment where request_id = $1 limit 1", [
    request.id,
  ]);
  const found =
    count === 0
      ? []
      : await tx.amendment.findMany({
          where: { requestId: request.id, status: { not: "DISCARDED" } },
          orderBy: [{ number: { sort: "asc", nulls: "last" } }],
        });
  const isBusy = found.some(
    ({ status, draftedById }) =>
      status === "PENDING_SIGNATURE" || (status === "DRAFT" && draftedById !== actor.userId),
  );
  const handedIn = found.find(
    ({ status, draftedById }) => status === "PENDING_SIGNATURE" && draftedById === actor.userId,
  );
  return {
    lines: await viewsOf(tx, found),
    recallId: can(actor, "request.amend", request) ? (handedIn?.id ?? null) : null,
    mayAmend:
      can(actor, "request.amend", request) && isOpen(request.status) && !request.suspectedAt && !isBusy,
  };
}

/** Amendments that wait for the actor's signature, urgent first; his own stand among them, for somebody else to sign. */
export function listAmendmentsToSign(actor: Actor): Promise<AmendmentCard[]> {
  return asActor(actor, async (tx) => {
    const waiting = await tx.amendment.findMany({
      where: { status: "PENDING_SIGNATURE" },
      orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
      take: 50,
    });
    const requests = await tx.request.findMany({
      where: {
        AND: [
          { id: { in: waiting.map(({ requestId }) => requestId) } },
          visibleRequests(actor, "request.issueAmendment"),
        ],
      },
    });
    const [views, orgs, law] = await Promise.all([
      viewsOf(tx, waiting),
      organisationsOf(
        tx,
        requests.map(({ addresseeOrgId }) => addresseeOrgId),
      ),
      kindsInForce(
        tx,
        requests.map(({ kindCode }) => kindCode),
        await databaseNow(tx),
      ),
    ]);
    const order = { emergency: 0, urgent: 1, normal: 2 };
    return waiting
      .flatMap((amendment, index): AmendmentCard[] => {
        const request = requests.find(({ id }) => id === amendment.requestId);
        if (!request) return [];
        const row = law.get(request.kindCode);
        const view = views[index]!;
        return [
          {
            ...view,
            requestId: request.id,
            requestCode: request.code,
            kindCode: request.kindCode,
            urgency: request.urgency,
            addressee: orgs.get(request.addresseeOrgId)?.shortName ?? "",
            submittedAt: (amendment.submittedAt ?? amendment.draftedAt).toISOString(),
            disputedBefore: request.disputedAmount.toString(),
            disputedAfter: disputedAfter(request.disputedAmount, view.changes).toString(),
            bar:
              amendment.draftedById === actor.userId
                ? "own"
                : row && maySignAs(row, actor.signerTitle)
                  ? null
                  : "title",
          },
        ];
      })
      .sort((a, b) => order[a.urgency] - order[b.urgency]);
  });
}

/** What the form of an amendment begins with; null for what cannot be amended by this actor now. */
export function getAmendmentForm(actor: Actor, requestId: string): Promise<AmendmentForm | null> {
  return asActor(actor, async (tx) => {
    const request = await tx.request.findFirst({
      where: { AND: [{ id: requestId }, visibleRequests(actor, "request.amend")] },
    });
    if (!request || !isOpen(request.status) || request.suspectedAt) return null;
    const kind = kindOf(request.kindCode);
    const [items, addable, open] = await Promise.all([
      tx.requestItem.findMany({ where: { requestId }, orderBy: { position: "asc" } }),
      addableTargets(tx, request, kind),
      tx.amendment.findFirst({ where: { requestId, status: { in: ["DRAFT", "PENDING_SIGNATURE"] } } }),
    ]);
    if (open && (open.status !== "DRAFT" || open.draftedById !== actor.userId)) return null;
    return {
      requestId,
      code: request.code,
      kindCode: request.kindCode,
      version: request.version,
      grounds: request.grounds,
      disclosure: request.disclosure,
      dueAt: request.dueAt?.toISOString() ?? null,
      asksAmount: kind.asksAmount,
      items: items
        .filter(({ answeredAt }) => answeredAt === null)
        .map(({ id, kind: targetKind, display, holderName, disputedAmount, overGround }) => ({
          id,
          kind: targetKind,
          display,
          holderName,
          disputedAmount: disputedAmount?.toString() ?? null,
          overGround,
        })),
      answered: items.filter(({ answeredAt }) => answeredAt !== null).length,
      addable: addable.map(({ id, kind: targetKind, display, holderName }) => ({
        id,
        kind: targetKind,
        display,
        holderName,
      })),
      draft: open ? ((await viewsOf(tx, [open]))[0] ?? null) : null,
    };
  });
}

async function viewsOf(tx: Tx, found: readonly AmendmentModel[]): Promise<AmendmentView[]> {
  if (found.length === 0) return [];
  const keyIds = [...new Set(found.flatMap(({ signingKeyId }) => signingKeyId ?? []))];
  const [drafters, signers, keys] = await Promise.all([
    namesOf(
      tx,
      found.map(({ draftedById }) => draftedById),
    ),
    peopleOf(
      tx,
      found.map(({ signedById }) => signedById),
    ),
    statement<{ id: string; key: string }>(
      tx,
      "select id, public_key as key from signing_key where id = any($1::uuid[])",
      [keyIds],
    ),
  ]);
  const keyOf = new Map(keys.rows.map(({ id, key }) => [id, key]));
  return found.map((each) => ({
    id: each.id,
    number: each.number,
    status: each.status as AmendmentStatus,
    reason: each.reason,
    changes: each.changes as AmendmentChanges,
    drafter: drafters.get(each.draftedById) ?? "",
    signer: each.signedById ? (signers.get(each.signedById) ?? null) : null,
    issuedAt: each.issuedAt?.toISOString() ?? null,
    documentNumber: each.documentNumber,
    statedReason: each.statedReason,
    version: each.version,
    contentHash: each.contentHash,
    genuine: each.status === "ISSUED" ? isFitting(each, keyOf.get(each.signingKeyId ?? "")) : null,
  }));
}

/** Is it what was signed: its own hash, and its organisation's signature over what it says and led to? */
function isFitting(amendment: AmendmentModel, publicKey: string | undefined): boolean {
  const { number, resultHash, signedById, issuedAt, documentNumber, signature } = amendment;
  if (!number || !resultHash || !signedById || !issuedAt || !documentNumber || !signature || !publicKey)
    return false;
  const hash = amendmentHash({ ...amendment, changes: amendment.changes as AmendmentChanges });
  const bytes = amendmentBytes({
    ...amendment,
    number,
    resultHash,
    signedById,
    issuedAt,
    documentNumber,
  });
  return hash === amendment.contentHash && isSignedBy(publicKey, bytes, signature);
}
