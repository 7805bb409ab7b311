import type { Actor } from "@/lib/access/actor";
import { canOnCase } from "@/lib/access/policy";
import { visibleCases } from "@/lib/access/scope";
import { once } from "@/lib/audit/once";
import { record, tell } from "@/lib/audit/record";
import { databaseNow, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { caseFileOnly } from "@/lib/files/case-files";
import { Prisma } from "@/lib/generated/prisma/client";
import type { CaseModel } from "@/lib/generated/prisma/models";
import { type PaidIn, type Reached, readReached } from "@/lib/money/trail/paid-into";
import { indexRequest } from "@/lib/search/index-entries";
import { holdRequest, lastChange } from "@/lib/requests/find";
import { kindOf } from "@/lib/requests/kinds";
import { readDetails } from "@/lib/requests/kinds/details";
import { nextCode } from "@/lib/organisations/numbering";
import { procuracyOf } from "@/lib/organisations/procuracy";
import type { DraftInput } from "@/lib/requests/schema";
import type { StepResult } from "@/lib/requests/step";
import { checkAddressee, checkLaw, parentOf, targetsOf } from "./checks";
import { withMarks } from "./marks";
import { draftPair } from "./pair";

/**
 * Saves a draft: a new one, or a correction of one that is still a draft. Everything that the signer will rely on is checked here:
 * the law of the day, targets of the case and of kinds the request kind allows, an addressee of the right kind that still exists,
 * the order that is lifted.
 * @throws Problem invalid (at the field), not-found, not-allowed, not-now, changed-meanwhile.
 */
export function saveDraft(actor: Actor, input: DraftInput): Promise<SavedRequest> {
  return once(actor, "request.draft", input, async (tx) => {
    const first = await draftIn(tx, actor, input);
    const { pair } = input;
    return pair ? { ...first, twin: await draftPair(tx, actor, { ...input, pair }, first) } : first;
  });
}

/** `twin` is the other side of a reconciliation, drafted in the same go. */
export type SavedRequest = StepResult & { twin?: StepResult };

/**
 * The same within a transaction that is open already and has a key of its own. `known` is what reached the case's accounts, where the act has read
 * it already: its drafts read the trail once.
 */
export async function draftIn(
  tx: Tx,
  actor: Actor,
  input: Drafted,
  origin?: Origin,
  known?: Reached,
): Promise<StepResult> {
  const now = await databaseNow(tx);
  const kind = kindOf(input.kindCode);
  const owner = await caseToDraftOn(tx, actor, input.caseId);
  const law = await checkLaw(tx, input, now);
  const addressee = await checkAddressee(tx, kind, law, owner, input.addresseeOrgId, now);
  const isRerouted = origin?.link === "rerouted";
  const reached = kind.tellsOfMoney ? (known ?? (await readReached(tx, owner.id))) : null;
  const targets = await targetsOf(tx, owner.id, kind, addressee, input, isRerouted, reached);
  const parentId = await parentOf(tx, owner.id, kind, input, targets);
  const details = readDetails(kind, input, now);
  if (Object.keys(details.problems).length > 0) throw new Problem("invalid", { fields: details.problems });
  const asked = await withMarks(tx, owner.id, kind, input, details.targets);
  const disputedAmount = input.targets.reduce(
    (sum, target) => sum + BigInt(target.disputedAmount ?? "0"),
    0n,
  );
  const procuracyOrgId = kind.notifiesProcuracy ? await procuracyOf(tx, owner.provinceCode) : null;
  const content = {
    kindCode: input.kindCode,
    addresseeOrgId: input.addresseeOrgId,
    procuracyOrgId,
    urgency: input.urgency,
    grounds: input.grounds,
    legalBases: input.legalBases,
    disclosure: input.disclosure ?? null,
    parentId,
    details: details.request === null ? Prisma.DbNull : (details.request as Prisma.InputJsonObject),
    disputedAmount,
    itemCount: targets.length,
    firstTargetLabel: targets[0]!.display,
    firstTargetName: targets[0]!.holderName,
    firstTransferAt: owner.firstTransferAt,
    restricted: owner.restricted,
    sealedTo: owner.sealedTo,
  };
  const { id, version, code } = input.requestId
    ? await rewrite(tx, actor, input, content, now)
    : await create(tx, actor, owner, { ...content, ...origin }, now);
  await tx.requestItem.deleteMany({ where: { requestId: id } });
  await tx.requestItem.createMany({
    data: targets.map((target, position) => ({
      requestId: id,
      targetId: target.id,
      position: position + 1,
      kind: target.kind,
      value: target.value,
      display: target.display,
      holderName: target.holderName,
      // A number that was ported is kept by whom it is passed on to.
      institutionId: isRerouted && target.institutionId ? input.addresseeOrgId : target.institutionId,
      disputedAmount: kind.asksAmount ? BigInt(input.targets[position]!.disputedAmount ?? "0") : null,
      overGround: input.targets[position]!.overGround ?? null,
      ...detailsOf(
        asked[position] ?? null,
        input.targets[position]!.note,
        paidTo(target, addressee.id, reached),
      ),
    })),
  });
  const files = input.attachmentIds ? await tieFiles(tx, owner.id, id, input.attachmentIds) : null;
  await indexRequest(
    tx,
    {
      id,
      caseId: owner.id,
      code,
      ownerOrgId: owner.unitId,
      addresseeOrgId: null,
      restricted: owner.restricted,
      sealedTo: owner.sealedTo,
    },
    targets,
  );
  await record(tx, actor, {
    type: input.requestId ? "request.redrafted" : "request.drafted",
    caseId: owner.id,
    requestId: id,
    requesterOrgId: owner.unitId,
    addresseeOrgId: input.addresseeOrgId,
    provinceCode: owner.provinceCode,
    restricted: owner.restricted,
    sealedTo: owner.sealedTo,
    subjectType: "request",
    subjectId: id,
    changes: {
      code,
      kind: input.kindCode,
      targets: targets.length,
      disputedAmount: disputedAmount.toString(),
      ...(files && files.tied + files.freed > 0 ? { filesTied: files.tied, filesTakenOff: files.freed } : {}),
    },
  });
  await tell(tx, "request.drafted", [owner.unitId], { caseId: owner.id, requestId: id });
  return { requestId: id, version, status: "DRAFT" as const };
}

/** The draft's files are those that are named; one that is taken off lies in the case's file again. */
async function tieFiles(tx: Tx, caseId: string, requestId: string, ids: string[]) {
  const { count: freed } = await tx.attachment.updateMany({
    where: { requestId, id: { notIn: ids } },
    data: { requestId: null },
  });
  const { count: tied } = await tx.attachment.updateMany({
    where: { ...caseFileOnly(caseId), id: { in: ids } },
    data: { requestId },
  });
  return { tied, freed };
}

/** The payments into an account, for who keeps it to find them: of one that nobody keeps yet, those to the addressee's alone. */
const paidTo = (
  { institutionId, value }: { institutionId: string | null; value: string },
  addresseeId: string,
  reached: Reached | null,
): PaidIn[] => reached?.paidInto({ institutionId: institutionId ?? addresseeId, value }) ?? [];

/**
 * What is kept of a target beside its columns: what the kind asks of it, the payments that came to it, and the drafter's note, which
 * is no part of what is signed.
 */
function detailsOf(
  asked: Record<string, unknown> | null,
  note: string | undefined,
  payments: readonly PaidIn[],
) {
  const details = { ...asked, ...(note ? { note } : {}), ...(payments.length > 0 ? { payments } : {}) };
  return Object.keys(details).length > 0 ? { details: details as Prisma.InputJsonObject } : {};
}

/** The request that a draft comes from: the other side of a reconciliation, or the one that was answered "not ours". */
export type Origin = { linkedId: string; link: "pair" | "rerouted" };
/** A draft without the key of its own act. */
export type Drafted = Omit<DraftInput, "key">;
type Content = { addresseeOrgId: string } & Record<string, unknown>;

async function create(tx: Tx, actor: Actor, owner: CaseModel, content: Content, now: Date) {
  const code = await nextCode(tx, "YC", owner.provinceCode, now);
  const { id } = await tx.request.create({
    data: {
      ...(content as object as { kindCode: string; grounds: string; addresseeOrgId: string }),
      code,
      caseId: owner.id,
      requesterOrgId: owner.unitId,
      provinceCode: owner.provinceCode,
      drafterId: actor.userId,
      createdAt: now,
      updatedAt: now,
    },
    select: { id: true },
  });
  return { id, code, version: 1 };
}

async function rewrite(tx: Tx, actor: Actor, input: Drafted, content: Content, now: Date) {
  const request = await holdRequest(tx, actor, input.requestId!, "request.edit");
  if (request.caseId !== input.caseId) throw new Problem("not-found");
  if (request.version !== input.version)
    throw new Problem("changed-meanwhile", { by: await lastChange(tx, request.id) });
  if (request.status !== "DRAFT") throw new Problem("not-now", { by: await lastChange(tx, request.id) });
  await tx.request.updateMany({
    where: { id: request.id, version: request.version },
    // Whoever rewrites it is its drafter from here on: the letter and the signature name who wrote what is signed.
    data: { ...content, drafterId: actor.userId, version: { increment: 1 }, updatedAt: now },
  });
  return { id: request.id, code: request.code, version: request.version + 1 };
}

async function caseToDraftOn(tx: Tx, actor: Actor, caseId: string): Promise<CaseModel> {
  // Held until the draft is saved: a case that is restricted meanwhile must not get an unsealed request.
  await statement(tx, "select 1 from fraud_case where id = $1 for share", [caseId]);
  const found = await tx.case.findFirst({
    where: { AND: [{ id: caseId }, visibleCases(actor)] },
    include: { members: { where: { removedAt: null } } },
  });
  if (!found) throw new Problem("not-found");
  if (
    !canOnCase(actor, "case.draftRequest", {
      ...found,
      memberIds: found.members.map(({ membershipId }) => membershipId),
    })
  )
    throw new Problem("not-allowed");
  return found;
}
