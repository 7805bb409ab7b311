import type { Actor } from "@/lib/access/actor";
import { canOnMoney } from "@/lib/access/money-policy";
import { can, canOnCase } from "@/lib/access/policy";
import { visibleCases, visibleRequests } from "@/lib/access/scope";
import type { Act } from "@/lib/audit/record";
import { statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { isOpenAppeal } from "@/lib/release/lifecycle";
import { lifecycle } from "@/lib/requests/lifecycle";
import type { UploadInput } from "./schema";

/** Where a file will lie, and what its event says about the record. */
export type Place = {
  caseId: string;
  requestId: string | null;
  itemId: string | null;
  /** The request whose talk it belongs to; its sender's alone until he sends the message. */
  threadRequestId?: string;
  /** The appeal that it was sent with. */
  appealId?: string;
  /** Lies beside an answer and waits for it: the desk's alone until that goes out. */
  waits?: boolean;
  about: Omit<Act, "type">;
};

/**
 * Where this actor may add a file: into a case he works on, onto a draft, or beside an answer that is still his to give. A signed
 * order's own files are part of what was signed, and what was answered is answered: neither takes another.
 * The record is held until the transaction ends, so that nobody signs, answers or restricts it between this look and the file.
 * @throws Problem not-found (missing and foreign alike), not-allowed, not-now.
 */
export async function placeFor(tx: Tx, actor: Actor, input: UploadInput): Promise<Place> {
  if (input.appealId) return atAppeal(tx, actor, input.appealId);
  if (input.requestId && input.thread) return inThread(tx, actor, input.requestId);
  if (input.requestId) return atRequest(tx, actor, input.requestId, input.itemId);
  await statement(tx, "select 1 from fraud_case where id = $1 for share", [input.caseId]);
  const found = await tx.case.findFirst({
    where: { AND: [{ id: input.caseId! }, visibleCases(actor)] },
    include: { members: { where: { removedAt: null } } },
  });
  if (!found) throw new Problem("not-found");
  const memberIds = found.members.map(({ membershipId }) => membershipId);
  if (!canOnCase(actor, "case.edit", { ...found, memberIds })) throw new Problem("not-allowed");
  const about = {
    caseId: found.id,
    requesterOrgId: found.unitId,
    provinceCode: found.provinceCode,
    restricted: found.restricted,
    sealedTo: found.sealedTo,
  };
  return { caseId: found.id, requestId: null, itemId: null, about };
}

async function atRequest(tx: Tx, actor: Actor, id: string, itemId: string | undefined): Promise<Place> {
  const found = await heldFor(tx, actor, id);
  const ours = actor.orgIds.includes(found.requesterOrgId);
  const members = ours
    ? await tx.caseMember.findMany({
        where: { caseId: found.caseId, removedAt: null },
        select: { membershipId: true },
      })
    : [];
  const like = { ...found, memberIds: members.map(({ membershipId }) => membershipId) };
  if (!can(actor, ours ? "request.edit" : "request.answer", like)) throw new Problem("not-allowed");
  if (ours ? found.status !== "DRAFT" : !lifecycle[found.status].answer) throw new Problem("not-now");
  if (itemId && !(await tx.requestItem.count({ where: { id: itemId, requestId: id } })))
    throw new Problem("not-found");
  // Until the answer goes out the line of the record names no party: the unit that asks reads every line about its requests.
  const about = ours
    ? {
        caseId: found.caseId,
        requestId: id,
        requesterOrgId: found.requesterOrgId,
        addresseeOrgId: found.addresseeOrgId,
        provinceCode: found.provinceCode,
        restricted: found.restricted,
        sealedTo: found.sealedTo,
        shared: false,
      }
    : { provinceCode: actor.provinceCode };
  return {
    caseId: found.caseId,
    requestId: id,
    itemId: itemId ?? null,
    ...(ours ? {} : { waits: true }),
    about,
  };
}

/** A file of the talk lies beside the request: an order's own files are part of what was signed. Who may note may add one. */
async function inThread(tx: Tx, actor: Actor, id: string): Promise<Place> {
  const found = await heldFor(tx, actor, id);
  if (!can(actor, "request.note", { ...found, memberIds: [] })) throw new Problem("not-allowed");
  // Whether it will be said across or inside is not known yet: the line of the record names no party.
  const about = { provinceCode: actor.provinceCode };
  return { caseId: found.caseId, requestId: null, itemId: null, threadRequestId: id, about };
}

/** Beside an appeal while it is open: from the unit that looks into it, and from the desk that handed it in. */
async function atAppeal(tx: Tx, actor: Actor, id: string): Promise<Place> {
  const appeal = await tx.appeal.findUnique({ where: { id } });
  if (!appeal) throw new Problem("not-found");
  const order = await tx.request.findFirst({
    where: { AND: [{ id: appeal.requestId }, visibleRequests(actor)] },
  });
  if (!order) throw new Problem("not-found");
  const like = {
    requesterOrgId: appeal.requesterOrgId,
    holderOrgId: appeal.holderOrgId,
    intakeOrgId: appeal.intakeOrgId,
    sealedTo: order.sealedTo,
    memberIds: [],
  };
  if (!canOnMoney(actor, "appeal.read", like)) throw new Problem("not-found");
  if (!canOnMoney(actor, "appeal.receive", like)) throw new Problem("not-allowed");
  if (!isOpenAppeal(appeal.status)) throw new Problem("not-now");
  const about = {
    caseId: order.caseId,
    requestId: order.id,
    requesterOrgId: order.requesterOrgId,
    addresseeOrgId: order.addresseeOrgId,
    provinceCode: order.provinceCode,
    restricted: order.restricted,
    sealedTo: order.sealedTo,
  };
  return { caseId: appeal.caseId, requestId: null, itemId: null, appealId: id, about };
}

async function heldFor(tx: Tx, actor: Actor, id: string) {
  // For update: whoever puts a file to a draft is written down with it.
  await statement(tx, "select 1 from request where id = $1 for update", [id]);
  const found = await tx.request.findFirst({ where: { AND: [{ id }, visibleRequests(actor)] } });
  if (!found) throw new Problem("not-found");
  return found;
}
