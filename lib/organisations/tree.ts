import type { Tx } from "@/lib/db";
import { dateOf } from "@/lib/day";
import { Problem } from "@/lib/errors";

/** One change of the tree at a time: two moves that are harmless alone may close a circle together. */
export async function holdTree(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('organisation tree', 0))`;
}

/**
 * Puts `childId` under `parentId` from the day `from` (yyyy-mm-dd): closes the link that stands on that day and opens a new one.
 * Links of the past stay as they were.
 * @throws Problem invalid at `parentId` for itself, a circle or a missing parent, at `from` when a later link is already planned.
 */
export async function placeUnder(
  tx: Tx,
  childId: string,
  parentId: string | undefined,
  from: string,
): Promise<void> {
  const at = dateOf(from);
  const planned = await tx.organisationLink.findMany({ where: { childId, validFrom: { gt: at } } });
  if (planned.some(holds)) throw new Problem("invalid", { fields: { from: "admin.errors.laterLink" } });
  if (parentId !== undefined) await assertNoCircle(tx, childId, parentId, at);
  await tx.organisationLink.updateMany({
    where: { childId, validFrom: { lte: at }, OR: [{ validTo: null }, { validTo: { gt: at } }] },
    data: { validTo: at },
  });
  if (parentId === undefined) return;
  // Back where it stood until that very day: nothing was moved, and its place goes on.
  const until = await tx.organisationLink.findMany({ where: { childId, parentId, validTo: at } });
  const back = until.find(holds) ?? until[0];
  if (back) await tx.organisationLink.updateMany({ where: { id: back.id }, data: { validTo: null } });
  else await tx.organisationLink.create({ data: { childId, parentId, validFrom: at }, select: { id: true } });
}

/** A link that was taken back on the day it began held for no day. */
export const holds = ({ validFrom, validTo }: { validFrom: Date; validTo: Date | null }): boolean =>
  validTo === null || validTo > validFrom;

async function assertNoCircle(tx: Tx, childId: string, parentId: string, at: Date): Promise<void> {
  const parent = await tx.organisation.findUnique({ where: { id: parentId }, select: { validTo: true } });
  if (!parent || (parent.validTo && parent.validTo <= at))
    throw new Problem("invalid", { fields: { parentId: "admin.errors.parentGone" } });
  if (parentId === childId) throw new Problem("invalid", { fields: { parentId: "admin.errors.parentSelf" } });
  // Upwards from the new parent, over every link that still holds on or after that day.
  const above = await tx.$queryRaw<{ id: string }[]>`
    with recursive above (id) as (
      select ${parentId}::uuid
      union
      select l.parent_id from above a join organisation_link l on l.child_id = a.id and (l.valid_to is null or l.valid_to > ${at}::date)
    ) select id::text from above where id = ${childId}::uuid`;
  if (above.length > 0) throw new Problem("invalid", { fields: { parentId: "admin.errors.cycle" } });
}
