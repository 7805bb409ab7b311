import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { administer, confirmEntry, differences, stillToConfirm } from "@/lib/access/administer";
import { askFirst } from "@/lib/access/ask-first";
import { assertFirst } from "@/lib/audit/subject-history";
import { dateOf, dayOf, inForceAt, isoDayOrNull } from "@/lib/day";
import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { acrossProvinces, assertPlaced, leftBehind } from "./place-rules";
import type {
  changeOrganisationInput,
  confirmOrganisationInput,
  moveOrganisationInput,
  newOrganisationInput,
} from "./schema";
import { holdTree, placeUnder } from "./tree";

type Kept = Pick<
  z.output<typeof changeOrganisationInput>,
  | "name"
  | "nameEn"
  | "shortName"
  | "aliases"
  | "symbol"
  | "dutyPhone"
  | "onPortal"
  | "source"
  | "validFrom"
  | "validTo"
>;
const rowOf = ({
  name,
  nameEn,
  shortName,
  aliases,
  symbol,
  dutyPhone,
  onPortal,
  source,
  validFrom,
  validTo,
}: Kept) => ({
  name,
  nameEn,
  shortName,
  aliases,
  symbol: symbol ?? null,
  dutyPhone: dutyPhone ?? null,
  onPortal,
  source,
  validFrom: dateOf(validFrom),
  validTo: validTo ? dateOf(validTo) : null,
});

/**
 * Enters an organisation into the register, under another one if named.
 * @throws Problem not-allowed; invalid at `code` (taken), `provinceCode`, `parentId`.
 */
export function createOrganisation(
  actor: Actor,
  input: z.output<typeof newOrganisationInput>,
): Promise<{ organisationId: string }> {
  return administer(actor, "organisation.create", input, async (tx) => {
    const { code, kind, level = null, provinceCode = null, specialisedCyber, parentId } = input;
    if (await tx.organisation.findUnique({ where: { code }, select: { id: true } }))
      throw new Problem("invalid", { fields: { code: "admin.errors.codeTaken" } });
    if (
      provinceCode &&
      !(await tx.province.findUnique({ where: { code: provinceCode }, select: { code: true } }))
    )
      throw new Problem("invalid", { fields: { provinceCode: "invalid" } });
    const child = { kind, level, provinceCode };
    assertPlaced(child, parentId);
    askFirst(input.sure, [await acrossProvinces(tx, child, parentId)]);
    await holdTree(tx);
    const { id } = await tx.organisation.create({
      data: {
        code,
        kind,
        level,
        provinceCode,
        specialisedCyber,
        verify: stillToConfirm(null, input.source),
        ...rowOf(input),
      },
      select: { id: true },
    });
    if (parentId) await placeUnder(tx, id, parentId, input.validFrom);
    const under = await nameOf(tx, parentId);
    return {
      result: { organisationId: id },
      act: {
        type: "organisation.created",
        subjectType: "organisation",
        subjectId: id,
        provinceCode,
        changes: { shortName: input.shortName, code, kind, ...(under ? { under } : {}) },
      },
    };
  });
}

/** Changes names, contact, validity and whether it works on the portal. Whoever corrects a number has not yet confirmed the entry. */
export function changeOrganisation(
  actor: Actor,
  input: z.output<typeof changeOrganisationInput>,
): Promise<{ organisationId: string; version: number }> {
  return administer(actor, "organisation.change", input, async (tx) => {
    const found = await find(tx, input.organisationId);
    const data = { ...rowOf(input), verify: stillToConfirm(found, input.source) };
    if (input.validTo && input.validTo !== isoDayOrNull(found.validTo))
      askFirst(input.sure, [await leftBehind(tx, found.id, input.validTo)]);
    const written = await tx.organisation.updateMany({
      where: { id: found.id, version: input.version },
      data: { ...data, version: { increment: 1 } },
    });
    await assertFirst(tx, actor, { type: "organisation", ids: [found.id] }, written);
    return {
      result: { organisationId: found.id, version: input.version + 1 },
      act: {
        type: "organisation.changed",
        subjectType: "organisation",
        subjectId: found.id,
        provinceCode: found.provinceCode,
        changes: differences(found, data),
      },
    };
  });
}

/** Confirms an organisation that was only a default. @throws as `confirmEntry`. */
export const confirmOrganisation = (actor: Actor, input: z.output<typeof confirmOrganisationInput>) =>
  confirmEntry(actor, input, "organisation", {
    find,
    write: (tx, where, data) => tx.organisation.updateMany({ where, data }),
    subject: ({ id }) => ({ type: "organisation", ids: [id] }),
    about: ({ code, provinceCode }) => ({ provinceCode, changes: { code } }),
  });

/**
 * Moves an organisation in the tree from a day on, today at the earliest: rights of the past stay what they were.
 * @throws Problem not-found; changed-meanwhile; invalid at `parentId` (circle) or `from`.
 */
export function moveOrganisation(
  actor: Actor,
  input: z.output<typeof moveOrganisationInput>,
): Promise<{ organisationId: string; version: number }> {
  return administer(actor, "organisation.move", input, async (tx, now) => {
    await holdTree(tx);
    const found = await find(tx, input.organisationId);
    if (input.from < dayOf(now)) throw new Problem("invalid", { fields: { from: "admin.errors.past" } });
    assertPlaced(found, input.parentId);
    askFirst(input.sure, [await acrossProvinces(tx, found, input.parentId)]);
    const written = await tx.organisation.updateMany({
      where: { id: found.id, version: input.version },
      data: { version: { increment: 1 } },
    });
    await assertFirst(tx, actor, { type: "organisation", ids: [found.id] }, written);
    const before = await parentOn(tx, found.id, input.from);
    await placeUnder(tx, found.id, input.parentId, input.from);
    return {
      result: { organisationId: found.id, version: input.version + 1 },
      act: {
        type: "organisation.moved",
        subjectType: "organisation",
        subjectId: found.id,
        provinceCode: found.provinceCode,
        reason: input.reason,
        changes: { under: [before, await nameOf(tx, input.parentId)], from: input.from },
      },
    };
  });
}

/** Under whom it stands on a day, as the record calls it; null when it stands on its own. */
async function parentOn(tx: Tx, childId: string, day: string): Promise<string | null> {
  const link = await tx.organisationLink.findFirst({
    where: { childId, ...inForceAt(dateOf(day)) },
    orderBy: { validFrom: "desc" },
    select: { parent: { select: { shortName: true } } },
  });
  return link?.parent.shortName ?? null;
}

/** What the record calls an organisation: it is read by people, and a name of that day stays right. */
async function nameOf(tx: Tx, id: string | undefined): Promise<string | null> {
  if (id === undefined) return null;
  return (
    (await tx.organisation.findUnique({ where: { id }, select: { shortName: true } }))?.shortName ?? null
  );
}

async function find(tx: Tx, id: string) {
  const found = await tx.organisation.findUnique({ where: { id } });
  if (!found) throw new Problem("not-found");
  return found;
}
