import type { Actor } from "@/lib/access/actor";
import { databaseNow, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { HoldModel, RequestModel } from "@/lib/generated/prisma/models";
import type { RequestStatus } from "@/lib/generated/prisma/enums";
import { submitIn } from "@/lib/requests/commands";
import { draftIn } from "@/lib/requests/drafting/commands";
import { assertNotOwed } from "@/lib/requests/holds/owed";
import { assertIssuable, kindsInForce } from "@/lib/requests/in-force";

/** The kind that lets held money go (Criminal Procedure Code art. 130). */
const lifting = "ACCOUNT_UNFREEZE";
const over = ["DISCARDED", "WITHDRAWN", "NOT_EXECUTED", "EXPIRED"] as const;

export type Release = { requestId: string; status: RequestStatus };

/** The order that lets this hold go, when somebody has drafted one already. */
export function releaseOf(tx: Tx, hold: Pick<HoldModel, "requestId" | "account">) {
  return tx.request.findFirst({
    where: {
      parentId: hold.requestId,
      kindCode: lifting,
      status: { notIn: [...over] },
      items: { some: { value: hold.account } },
    },
    select: { id: true, code: true, status: true },
    orderBy: { createdAt: "desc" },
  });
}

/**
 * Drafts the order that lets a hold go, filled in as far as the signer needs it, and hands it in when the law of the day lets it be
 * issued; else it stays a draft. `part`, in VND, lets only the surplus go. One that is there already is taken instead of a second.
 * @throws Problem not-allowed (may not draft on the case), not-now (no law for it today, or money of it is owed to victims).
 */
export async function draftReleaseIn(
  tx: Tx,
  actor: Actor,
  { hold, order }: { hold: HoldModel; order: RequestModel },
  grounds: string,
  part?: bigint,
): Promise<Release> {
  const known = await releaseOf(tx, hold);
  if (known) return { requestId: known.id, status: known.status };
  await assertNotOwed(tx, hold, part);
  const now = await databaseNow(tx);
  const row = (await kindsInForce(tx, [lifting], now)).get(lifting);
  const item = await tx.requestItem.findUnique({ where: { id: hold.itemId }, select: { targetId: true } });
  if (!row || !item) throw new Problem("not-now");
  const draft = await draftIn(tx, actor, {
    caseId: order.caseId,
    kindCode: lifting,
    addresseeOrgId: hold.holderOrgId,
    urgency: "urgent",
    grounds,
    legalBases: row.legalBases,
    parentId: order.id,
    targets: [{ targetId: item.targetId, ...(part ? { details: { partAmount: part.toString() } } : {}) }],
  });
  const drafted = await tx.request.findUniqueOrThrow({ where: { id: draft.requestId } });
  const isIssuable = await assertIssuable(tx, drafted, now).then(
    () => true,
    (problem: unknown) => {
      if (problem instanceof Problem && problem.code === "not-now") return false;
      throw problem;
    },
  );
  if (!isIssuable) return { requestId: draft.requestId, status: "DRAFT" };
  const { requestId, status } = await submitIn(tx, actor, {
    requestId: draft.requestId,
    version: draft.version,
  });
  return { requestId, status };
}
