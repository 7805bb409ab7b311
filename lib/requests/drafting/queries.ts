import type { Actor } from "@/lib/access/actor";
import { canOnCase } from "@/lib/access/policy";
import { visibleCases, visibleRequests } from "@/lib/access/scope";
import { inForceAt } from "@/lib/day";
import { asActor, databaseNow, type Tx } from "@/lib/db";
import type { CaseStatus, RequestStatus } from "@/lib/generated/prisma/enums";
import { byName } from "@/lib/i18n/collation";
import type { Language } from "@/lib/i18n/languages";
import { filesOf } from "@/lib/files/queries";
import { readBrought } from "@/lib/money/trail/brought";
import { Problem } from "@/lib/errors";
import { caseFileOnly } from "@/lib/files/case-files";
import { holdRequest } from "@/lib/requests/find";
import { isStageReached } from "@/lib/requests/in-force";
import { kindOf, offeredKinds, type OfferedKind } from "@/lib/requests/kinds";
import { procuracyOf } from "@/lib/organisations/procuracy";
import telecoms from "@/prisma/data/telecoms.json";
import { operatorOf } from "@/lib/targets/kinds/phone-number";
import { readLegalBases } from "@/lib/requests/legal-bases";
import { draftSaid } from "./said";
import type { DraftOptions, DraftValuesSaved, KindOption, TargetOption } from "./types";

/**
 * What the drafter of a request on this case may choose from; null when he may not draft on it. `editing` is the draft that is open: it
 * asks nothing beside itself. Amounts VND as digits.
 */
export function getDraftOptions(
  actor: Actor,
  caseId: string,
  language: Language,
  editing?: string,
): Promise<DraftOptions | null> {
  return asActor(actor, async (tx) => {
    const found = await tx.case.findFirst({
      where: { AND: [{ id: caseId }, visibleCases(actor)] },
      include: {
        members: { where: { removedAt: null } },
        targets: { orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
      },
    });
    if (!found) return null;
    const like = { ...found, memberIds: found.members.map(({ membershipId }) => membershipId) };
    if (!canOnCase(actor, "case.draftRequest", like)) return null;
    const holds = await tx.hold.findMany({
      where: { caseId, releasedAt: null },
      select: { account: true, amount: true, holderOrgId: true },
    });
    const brought = await readBrought(tx, caseId);
    const now = await databaseNow(tx);
    const kindsOffered = await kindOptions(tx, found.status, now, language);
    const addresseeKinds = [...new Set(kindsOffered.flatMap(({ addressees }) => addressees))];
    const addressees = await tx.organisation.findMany({
      where: { kind: { in: addresseeKinds }, ...inForceAt(now) },
      select: { id: true, code: true, shortName: true, kind: true, segment: true },
    });
    const idOf = new Map(addressees.map(({ id, code }) => [code, id]));
    const parents = await tx.request.findMany({
      where: { caseId, sentAt: { not: null }, holds: { some: { releasedAt: null } } },
      select: { id: true, code: true, kindCode: true, addresseeOrgId: true },
    });
    const asked = await askedOf(tx, caseId, editing);
    return {
      caseId: found.id,
      caseCode: found.code,
      caseTitle: found.title,
      caseStatus: found.status,
      mayAddTargets: canOnCase(actor, "case.edit", like),
      unnotifiable: (await procuracyOf(tx, found.provinceCode))
        ? []
        : offeredKinds.filter((code) => kindOf(code).notifiesProcuracy),
      kinds: kindsOffered,
      targets: found.targets.map(({ id, kind, value, display, holderName, institutionId }) => ({
        id,
        kind,
        display,
        holderName,
        institutionId,
        likelyOrgId:
          kind === "phone_number" && institutionId === null
            ? (idOf.get(`telecom:${operatorOf(value, telecoms.prefixIndex)[0]}`) ?? null)
            : null,
        paidIn: brought({ value, institutionId }).toString(),
        activeHold:
          holds
            .find(({ account, holderOrgId }) => account === value && holderOrgId === institutionId)
            ?.amount.toString() ?? null,
        asked: asked.get(id) ?? [],
      })),
      addressees: addressees
        .filter(({ id }) => id !== found.unitId)
        .map(({ id, shortName, kind, segment }) => ({ id, name: shortName, kind, segment }))
        .sort(byName),
      parents,
      caseFiles: await tx.attachment.findMany({
        where: { ...caseFileOnly(caseId), ownerOrgId: actor.orgId },
        select: { id: true, name: true },
        orderBy: { createdAt: "desc" },
        take: 200,
      }),
    };
  });
}

const over: RequestStatus[] = ["DISCARDED", "WITHDRAWN", "EXPIRED"];

/** What the case's requests ask of each target already; drafts count as well, what was withdrawn or has lapsed does not. */
async function askedOf(
  tx: Tx,
  caseId: string,
  editing: string | undefined,
): Promise<Map<string, TargetOption["asked"]>> {
  const requests = await tx.request.findMany({
    where: { caseId, status: { notIn: over }, ...(editing ? { id: { not: editing } } : {}) },
    select: {
      code: true,
      kindCode: true,
      addresseeOrgId: true,
      status: true,
      items: { select: { targetId: true } },
    },
    orderBy: { code: "asc" },
  });
  const asked = new Map<string, TargetOption["asked"]>();
  for (const { items, ...request } of requests)
    for (const { targetId } of items) asked.set(targetId, [...(asked.get(targetId) ?? []), request]);
  return asked;
}

/** The kinds with the law of the day, and whether a case of this status is far enough for each. */
export async function kindOptions(
  tx: Tx,
  status: CaseStatus,
  now: Date,
  language: Language,
): Promise<KindOption[]> {
  const rows = await tx.requestKind.findMany({
    where: {
      code: { in: [...offeredKinds] },
      ...inForceAt(now),
    },
    orderBy: { validFrom: "desc" },
  });
  const cited = new Map(
    (await readLegalBases(tx, [...new Set(rows.flatMap(({ legalBases }) => legalBases))], language)).map(
      (basis) => [basis.id, basis],
    ),
  );
  return offeredKinds.map((code) => {
    const row = rows.find((each) => each.code === code);
    const { targets, addressees, asksAmount, needsParent, keeperOnly } = kindOf(code);
    return {
      code,
      document: row?.documentVi ?? "",
      bases: (row?.legalBases ?? []).flatMap((basis) => cited.get(basis) ?? []),
      verify: row?.verify ?? true,
      fits: row !== undefined && isStageReached(row.stage, status),
      targets,
      addressees,
      addresseeWords: row?.addressees ?? [],
      asksAmount,
      needsParent,
      keeperOnly,
    };
  });
}

/**
 * A draft as it is stored now, for whoever typed into an older version of it.
 * @throws Problem not-found, not-allowed; not-now when it is no draft any more.
 */
export async function draftAsSaved(actor: Actor, id: string): Promise<DraftValuesSaved> {
  await asActor(actor, (tx) => holdRequest(tx, actor, id, "request.edit"));
  const saved = await getDraftToEdit(actor, id);
  if (!saved) throw new Problem("not-now");
  return saved;
}

/** A draft as its form opens it again; null when it is not the actor's to change, or no draft any more. */
export function getDraftToEdit(
  actor: Actor,
  id: string,
): Promise<(DraftValuesSaved & { caseId: string }) | null> {
  return asActor(actor, async (tx) => {
    const found = await tx.request.findFirst({
      where: { AND: [{ id, status: "DRAFT" }, visibleRequests(actor, "request.edit")] },
      include: { items: { orderBy: { position: "asc" } } },
    });
    if (!found || !offeredKinds.includes(found.kindCode as OfferedKind)) return null;
    return { ...draftSaid(found), files: await filesOf(tx, actor, { requestId: id }) };
  });
}
