import { Problem } from "@/lib/errors";
import type { Tx } from "@/lib/db";
import type { RequestModel, TargetModel } from "@/lib/generated/prisma/models";
import { readBrought } from "@/lib/money/trail/brought";
import { latestExtension, openAnswerClock } from "@/lib/requests/deadline/clock";
import { beyondTrail } from "@/lib/requests/drafting/trail";
import { kindOf } from "@/lib/requests/kinds";
import { mayKeep } from "@/lib/requests/kinds/addressee";
import type { Kind } from "@/lib/requests/kinds/kind";
import { changesOf } from "./changes";
import type { AmendmentInput } from "./schema";
import type { AmendmentChanges } from "./types";

/**
 * What the input changes of the request as it stands, checked as a draft is: targets of the case and of the kind at this addressee,
 * amounts that the trail brought or a ground for more.
 * @throws Problem "invalid" at the fields.
 */
export async function checkedChanges(
  tx: Tx,
  request: RequestModel,
  input: AmendmentInput,
): Promise<AmendmentChanges> {
  const kind = kindOf(request.kindCode);
  const [items, addable] = await Promise.all([
    tx.requestItem.findMany({ where: { requestId: request.id }, orderBy: { position: "asc" } }),
    input.add.length > 0 ? addableTargets(tx, request, kind) : [],
  ]);
  const { changes, problems } = changesOf(input, {
    request,
    items,
    targets: addable,
    asksAmount: kind.asksAmount,
  });
  const filed = changes.removed?.length
    ? await tx.attachment.count({ where: { itemId: { in: changes.removed.map(({ itemId }) => itemId) } } })
    : 0;
  if (filed > 0) problems.remove = "amendment.hasFiles";
  if (changes.dueAt && (await isBeyondPolicy(tx, request, new Date(changes.dueAt.after))))
    problems.dueAt = "deadline.tooLate";
  if (kind.asksAmount) Object.assign(problems, await beyond(tx, request, items, addable, input));
  if (Object.keys(problems).length > 0) throw new Problem("invalid", { fields: problems });
  return changes;
}

/** More time than the clock's policy allows altogether: an amendment gives no more of it than an extension does. */
export async function isBeyondPolicy(tx: Tx, request: RequestModel, until: Date): Promise<boolean> {
  const clock = await openAnswerClock(tx, request.id);
  return clock !== null && until > (await latestExtension(tx, clock, request));
}

/**
 * Targets of the case that may still be put on this request: of its kind, kept by its addressee, not on it yet. None for kinds that ask
 * something of each target: those are asked with a request of their own.
 */
export async function addableTargets(
  tx: Tx,
  request: Pick<RequestModel, "id" | "caseId" | "addresseeOrgId">,
  kind: Kind,
): Promise<TargetModel[]> {
  if (kind.details.target.length > 0) return [];
  const [targets, items, addressee] = await Promise.all([
    tx.target.findMany({
      where: { caseId: request.caseId, kind: { in: [...kind.targets] } },
      orderBy: { createdAt: "asc" },
      take: 1000,
    }),
    tx.requestItem.findMany({ where: { requestId: request.id }, select: { targetId: true } }),
    tx.organisation.findUniqueOrThrow({
      where: { id: request.addresseeOrgId },
      select: { id: true, segment: true },
    }),
  ]);
  const known = new Set(items.map(({ targetId }) => targetId));
  return targets.filter(({ id, institutionId }) => !known.has(id) && mayKeep(kind, addressee, institutionId));
}

async function beyond(
  tx: Tx,
  request: RequestModel,
  items: readonly { id: string; value: string; institutionId: string | null }[],
  addable: readonly TargetModel[],
  input: AmendmentInput,
): Promise<Record<string, string>> {
  const broughtTo = await readBrought(tx, request.caseId);
  const brought = new Map([...items, ...addable].map((account) => [account.id, broughtTo(account)]));
  const renamed = (prefix: string, found: Record<string, string>) =>
    Object.fromEntries(Object.entries(found).map(([name, code]) => [name.replace("targets", prefix), code]));
  const amounts = input.amounts.map(({ itemId, ...rest }) => ({ ...rest, targetId: itemId }));
  return {
    ...renamed("amounts", beyondTrail(amounts, brought)),
    ...renamed("add", beyondTrail(input.add, brought)),
  };
}
