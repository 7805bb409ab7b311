import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { administer, differences } from "@/lib/access/administer";
import { assertFirst } from "@/lib/audit/subject-history";
import { dayOf } from "@/lib/day";
import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { Role } from "@/lib/generated/prisma/enums";
import { roleFlaws } from "./role-rules";
import type { addMembershipInput, changeMembershipInput, endMembershipInput } from "./schema";

type Given = { roles: Role[]; title?: string; signerTitle?: string; heads?: boolean; validTo?: string };
/** A membership ends when the day begins in Viet Nam. */
const startOfDay = (day: string) => new Date(`${day}T00:00:00+07:00`);

/** The organisation, when these roles may be held there. @throws Problem invalid at `organisationId`, `roles`, `signerTitle`. */
export async function assertRoles(tx: Tx, organisationId: string, given: Given) {
  const organisation = await tx.organisation.findUnique({
    where: { id: organisationId },
    select: { kind: true, specialisedCyber: true, provinceCode: true, shortName: true, validTo: true },
  });
  if (!organisation || (organisation.validTo && organisation.validTo <= new Date()))
    throw new Problem("invalid", { fields: { organisationId: "required" } });
  const fields = roleFlaws(organisation, given);
  if (Object.keys(fields).length > 0) throw new Problem("invalid", { fields });
  return organisation;
}

/** Writes a membership that begins now. @throws Problem invalid at `validTo` when it ends before it begins. */
export async function addRow(
  tx: Tx,
  userId: string,
  input: Given & { organisationId: string },
  now: Date,
): Promise<string> {
  const { organisationId, roles, title = null, signerTitle = null, heads = false } = input;
  const { id } = await tx.membership.create({
    data: {
      userId,
      organisationId,
      roles: [...new Set(roles)],
      title,
      signerTitle,
      heads,
      validFrom: now,
      validTo: endOf(input, now),
    },
    select: { id: true },
  });
  return id;
}

/** Gives a known person a further membership. Nobody gives himself one: a second administrator does. */
export function addMembership(
  actor: Actor,
  input: z.output<typeof addMembershipInput>,
): Promise<{ membershipId: string }> {
  return administer(actor, "membership.add", input, async (tx, now) => {
    if (input.personId === actor.userId) throw new Problem("not-allowed");
    const person = await tx.user.findUnique({ where: { id: input.personId }, select: { id: true } });
    if (!person) throw new Problem("not-found");
    const organisation = await assertRoles(tx, input.organisationId, input);
    const double = await tx.membership.findFirst({
      where: {
        userId: person.id,
        organisationId: input.organisationId,
        OR: [{ validTo: null }, { validTo: { gt: now } }],
      },
      select: { id: true },
    });
    if (double) throw new Problem("invalid", { fields: { organisationId: "admin.errors.memberAlready" } });
    const membershipId = await addRow(tx, person.id, input, now);
    return {
      result: { membershipId },
      act: {
        type: "membership.added",
        subjectType: "person",
        subjectId: person.id,
        provinceCode: organisation.provinceCode,
        changes: { organisation: organisation.shortName, roles: input.roles },
      },
    };
  });
}

/** Changes roles, title or end; effective on the person's next request. @throws Problem not-allowed for one's own. */
export function changeMembership(
  actor: Actor,
  input: z.output<typeof changeMembershipInput>,
): Promise<{ membershipId: string; version: number }> {
  return administer(actor, "membership.change", input, async (tx, now) => {
    const found = await findOthers(tx, actor, input.membershipId);
    if (found.validTo && found.validTo <= now) throw new Problem("not-now");
    const organisation = await assertRoles(tx, found.organisationId, input);
    const data = {
      roles: [...new Set(input.roles)],
      title: input.title ?? null,
      signerTitle: input.signerTitle ?? null,
      heads: input.heads ?? found.heads,
      validTo: endOf(input, now),
    };
    const written = await tx.membership.updateMany({
      where: { id: found.id, version: input.version },
      data: { ...data, version: { increment: 1 } },
    });
    await assertFirst(tx, actor, { type: "person", ids: [found.userId] }, written);
    return {
      result: { membershipId: found.id, version: input.version + 1 },
      act: {
        type: "membership.changed",
        subjectType: "person",
        subjectId: found.userId,
        provinceCode: organisation.provinceCode,
        changes: { organisation: organisation.shortName, ...differences(found, data) },
      },
    };
  });
}

/** Ends a membership now; whoever acts in it loses it with the next request. */
export function endMembership(
  actor: Actor,
  input: z.output<typeof endMembershipInput>,
): Promise<{ membershipId: string; version: number }> {
  return administer(actor, "membership.end", input, async (tx, now) => {
    const found = await findOthers(tx, actor, input.membershipId);
    if (found.validTo && found.validTo <= now) throw new Problem("not-now");
    const written = await tx.membership.updateMany({
      where: { id: found.id, version: input.version },
      data: { validTo: now, version: { increment: 1 } },
    });
    await assertFirst(tx, actor, { type: "person", ids: [found.userId] }, written);
    return {
      result: { membershipId: found.id, version: input.version + 1 },
      act: {
        type: "membership.ended",
        subjectType: "person",
        subjectId: found.userId,
        reason: input.reason,
        changes: { organisation: found.organisation.shortName, roles: found.roles },
      },
    };
  });
}

/** Finds a membership of somebody else: four eyes for every grant. */
async function findOthers(tx: Tx, actor: Actor, id: string) {
  const found = await tx.membership.findUnique({
    where: { id },
    include: { organisation: { select: { shortName: true } } },
  });
  if (!found) throw new Problem("not-found");
  if (found.userId === actor.userId) throw new Problem("not-allowed");
  return found;
}

function endOf({ validTo }: Given, now: Date): Date | null {
  if (validTo === undefined) return null;
  if (validTo <= dayOf(now)) throw new Problem("invalid", { fields: { validTo: "admin.errors.past" } });
  return startOfDay(validTo);
}
