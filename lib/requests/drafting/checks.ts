import { dayOf, isoDay } from "@/lib/day";
import { statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { OrganisationKind } from "@/lib/generated/prisma/enums";
import type { TargetModel } from "@/lib/generated/prisma/models";
import type { Reached } from "@/lib/money/trail/paid-into";
import { type KindInForce, kindsInForce } from "@/lib/requests/in-force";
import { mayBeAsked, mayKeep } from "@/lib/requests/kinds/addressee";
import type { Kind } from "@/lib/requests/kinds/kind";
import type { Drafted } from "./commands";
import { beyondTrail } from "./trail";

type Addressee = { id: string; kind: OrganisationKind; segment: string | null };
/** `reached`: what came to the accounts, for a kind that is about money. Targets of the case that this kind may be about at this addressee, in the order of the draft. */
export async function targetsOf(
  tx: Tx,
  caseId: string,
  kind: Kind,
  addressee: Addressee,
  input: Drafted,
  isRerouted: boolean,
  reached: Reached | null,
): Promise<TargetModel[]> {
  const found = await tx.target.findMany({
    where: { caseId, id: { in: input.targets.map(({ targetId }) => targetId) } },
  });
  const byId = new Map(found.map((target) => [target.id, target]));
  const fields: Record<string, string> = {};
  const seen = new Set<string>();
  const ordered = input.targets.map(({ targetId, disputedAmount }, index) => {
    const target = byId.get(targetId);
    if (!target || !kind.targets.includes(target.kind))
      fields[`targets.${index}.targetId`] = "target.wrongKind";
    else if (seen.has(targetId)) fields[`targets.${index}.targetId`] = "target.twice";
    else if (!isRerouted && !mayKeep(kind, addressee, target.institutionId))
      fields[`targets.${index}.targetId`] = "target.otherInstitution";
    if (kind.asksAmount && !disputedAmount) fields[`targets.${index}.disputedAmount`] = "required";
    seen.add(targetId);
    return target!;
  });
  if (Object.keys(fields).length > 0) throw new Problem("invalid", { fields });
  if (kind.asksAmount && reached) checkAmounts(reached, ordered, input);
  return ordered;
}

function checkAmounts({ brought }: Reached, targets: readonly TargetModel[], input: Drafted): void {
  const fields = beyondTrail(input.targets, new Map(targets.map((target) => [target.id, brought(target)])));
  if (Object.keys(fields).length > 0) throw new Problem("invalid", { fields });
}

/**
 * The kind is in force today, and each basis is one that the register names for it; where the register names none, the drafter states
 * it in his own words, and the signer is told so.
 */
export async function checkLaw(tx: Tx, input: Drafted, now: Date): Promise<KindInForce> {
  const row = (await kindsInForce(tx, [input.kindCode], now)).get(input.kindCode);
  if (!row) throw new Problem("invalid", { fields: { kindCode: "kind.notInForce" } });
  if (row.legalBases.length > 0 && input.legalBases.some((basis) => !row.legalBases.includes(basis)))
    throw new Problem("invalid", { fields: { legalBases: "legalBasis.notOfKind" } });
  if (input.legalBases.length === 0) throw new Problem("invalid", { fields: { legalBases: "required" } });
  return row;
}

/** An organisation that the register names for the kind, that is still there, and that is not the unit itself. */
export async function checkAddressee(
  tx: Tx,
  kind: Kind,
  law: KindInForce,
  owner: { unitId: string },
  id: string,
  now: Date,
): Promise<Addressee> {
  const addressee = await tx.organisation.findUnique({
    where: { id },
    select: { id: true, kind: true, segment: true, validTo: true },
  });
  const isOwn = addressee?.kind === "police" && (await isOfOneHouse(tx, owner.unitId, id));
  if (!addressee || isOwn || !mayBeAsked(kind, law.addressees, addressee))
    throw new Problem("invalid", { fields: { addresseeOrgId: "addressee.wrongKind" } });
  if (addressee.validTo && isoDay(addressee.validTo) <= dayOf(now))
    throw new Problem("invalid", { fields: { addresseeOrgId: "addressee.closed" } });
  return addressee;
}

/** One unit, or one above the other: there orders are given and no assistance is asked. */
async function isOfOneHouse(tx: Tx, one: string, other: string): Promise<boolean> {
  const { rows } = await statement<{ id: string }>(
    tx,
    `with recursive above as (
        select $1::uuid as id, $1::uuid as begun union select $2::uuid, $2::uuid
        union select l.parent_id, a.begun from above a join organisation_link l on l.child_id = a.id and l.valid_to is null
      ) select id from above where (begun = $1 and id = $2) or (begun = $2 and id = $1)`,
    [one, other],
  );
  return rows.length > 0;
}

/** The order that this one lifts or goes on with; a kind that needs none names none. */
export async function parentOf(
  tx: Tx,
  caseId: string,
  kind: Kind,
  input: Drafted,
  targets: readonly TargetModel[],
): Promise<string | null> {
  if (kind.needsParent.length === 0) return null;
  const parent = input.parentId
    ? await tx.request.findFirst({
        where: { id: input.parentId, caseId, addresseeOrgId: input.addresseeOrgId, sentAt: { not: null } },
        select: { id: true, kindCode: true },
      })
    : null;
  if (!parent || !kind.needsParent.includes(parent.kindCode))
    throw new Problem("invalid", { fields: { parentId: "parent.required" } });
  if (kind.needsHold) await checkHeld(tx, parent.id, targets);
  return parent.id;
}

/** What is gone on with has to be going on: each account is held by that order today. */
async function checkHeld(tx: Tx, requestId: string, targets: readonly TargetModel[]): Promise<void> {
  const held = await tx.hold.findMany({ where: { requestId, releasedAt: null }, select: { account: true } });
  const fields = Object.fromEntries(
    targets.flatMap(({ value }, index) =>
      held.some(({ account }) => account === value) ? [] : [[`targets.${index}.targetId`, "target.notHeld"]],
    ),
  );
  if (Object.keys(fields).length > 0) throw new Problem("invalid", { fields });
}
