import { createHash } from "node:crypto";
import { canonical } from "@/lib/audit/once";
import type { RequestItemModel, RequestModel, TargetModel } from "@/lib/generated/prisma/models";
import type { AmendmentInput } from "./schema";
import type { AmendmentChanges } from "./types";

type Asked = Pick<AmendmentInput, "grounds" | "disclosure" | "dueAt" | "amounts" | "remove" | "add">;
type Before = {
  request: Pick<RequestModel, "grounds" | "disclosure" | "dueAt">;
  items: readonly Pick<
    RequestItemModel,
    "id" | "targetId" | "display" | "disputedAmount" | "overGround" | "answeredAt" | "outcome"
  >[];
  targets: readonly Pick<TargetModel, "id" | "kind" | "display">[];
  asksAmount: boolean;
};

/**
 * What an amendment changes, as before and after; parts that stay what they were are left out. What was answered stands: an answered
 * target neither changes nor goes, and one at least stays open, for a request without a question is withdrawn and not amended.
 * Gives the fields at which it cannot be, by message code.
 */
export function changesOf(
  asked: Asked,
  { request, items, targets, asksAmount }: Before,
): { changes: AmendmentChanges; problems: Record<string, string> } {
  const problems: Record<string, string> = {};
  const changes: AmendmentChanges = {};
  const byId = new Map(items.map((item) => [item.id, item]));
  if (asked.grounds !== undefined && asked.grounds !== request.grounds)
    changes.grounds = { before: request.grounds, after: asked.grounds };
  const disclosure = asked.disclosure ?? null;
  if (disclosure !== request.disclosure)
    changes.disclosure = { before: request.disclosure, after: disclosure };
  const due = request.dueAt?.toISOString();
  if (asked.dueAt && due && asked.dueAt !== due) {
    if (asked.dueAt < due) problems.dueAt = "amendment.earlier";
    changes.dueAt = { before: due, after: asked.dueAt };
  }
  const removed = new Set(asked.remove);
  const gone = [...removed].flatMap((itemId) => {
    const item = byId.get(itemId);
    if (!item || item.answeredAt || item.outcome) {
      problems.remove = "amendment.answered";
      return [];
    }
    return [{ itemId, display: item.display, amount: item.disputedAmount?.toString() ?? null }];
  });
  if (gone.length > 0) changes.removed = gone;
  const amounts = asked.amounts.flatMap(({ itemId, disputedAmount, overGround }, index) => {
    const item = byId.get(itemId);
    if (!item || removed.has(itemId)) return [];
    const before = item.disputedAmount?.toString() ?? null;
    const ground = overGround ?? null;
    if (before === disputedAmount && item.overGround === ground) return [];
    if (item.answeredAt || !asksAmount) {
      problems[`amounts.${index}.disputedAmount`] = "amendment.answered";
      return [];
    }
    return [{ itemId, display: item.display, before, after: disputedAmount, overGround: ground }];
  });
  if (amounts.length > 0) changes.amounts = amounts;
  const known = new Set(items.filter(({ id }) => !removed.has(id)).map(({ targetId }) => targetId));
  const added = asked.add.flatMap(({ targetId, disputedAmount, overGround }, index) => {
    const target = targets.find(({ id }) => id === targetId);
    if (!target) problems[`add.${index}.targetId`] = "target.wrongKind";
    else if (known.has(targetId)) problems[`add.${index}.targetId`] = "target.twice";
    else if (asksAmount && !disputedAmount) problems[`add.${index}.disputedAmount`] = "required";
    known.add(targetId);
    return target
      ? [
          {
            targetId,
            kind: target.kind,
            display: target.display,
            amount: asksAmount ? (disputedAmount ?? null) : null,
            overGround: overGround ?? null,
          },
        ]
      : [];
  });
  if (added.length > 0) changes.added = added;
  const open = items.filter(({ id, answeredAt }) => !answeredAt && !removed.has(id)).length + added.length;
  if (open === 0) problems.remove ??= "amendment.nothingOpen";
  if (items.length - gone.length + added.length > 500) problems.add = "amendment.tooMany";
  if (Object.keys(changes).length === 0 && Object.keys(problems).length === 0)
    problems.reason = "amendment.nothing";
  return { changes, problems };
}

/** How much is disputed after it, VND: what was disputed, and the difference that it makes. */
export function disputedAfter(before: bigint, changes: AmendmentChanges): bigint {
  const vnd = (amount: string | null) => BigInt(amount ?? "0");
  return (
    before +
    (changes.amounts ?? []).reduce((sum, each) => sum + vnd(each.after) - vnd(each.before), 0n) +
    (changes.added ?? []).reduce((sum, { amount }) => sum + vnd(amount), 0n) -
    (changes.removed ?? []).reduce((sum, { amount }) => sum + vnd(amount), 0n)
  );
}

/** SHA-256 of what an amendment says and starts from, in hex: what its signer reads and signs. */
export function amendmentHash(amendment: {
  requestId: string;
  baseHash: string;
  reason: string;
  draftedById: string;
  changes: AmendmentChanges;
}): string {
  const { requestId, baseHash, reason, draftedById, changes } = amendment;
  return createHash("sha256")
    .update(canonical({ format: "la-chan/amendment/1", requestId, baseHash, reason, draftedById, changes }))
    .digest("hex");
}

/** The bytes that are signed for an issued amendment: what it says, what it led to, who issued it, when and as which document. */
export function amendmentBytes(issued: {
  id: string;
  requestId: string;
  number: number;
  contentHash: string;
  resultHash: string;
  signedById: string;
  issuedAt: Date;
  documentNumber: string;
}): Buffer {
  const { id, requestId, number, contentHash, resultHash, signedById, issuedAt, documentNumber } = issued;
  return Buffer.from(
    canonical({
      format: "la-chan/amendment-issue/1",
      id,
      requestId,
      number,
      contentHash,
      resultHash,
      signedById,
      issuedAt: issuedAt.toISOString(),
      documentNumber,
    }),
  );
}
