import type { Actor } from "@/lib/access/actor";
import { canOnCase, may } from "@/lib/access/policy";
import { visibleCases } from "@/lib/access/scope";
import { asActor, databaseNow, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { byName } from "@/lib/i18n/collation";
import type { Language } from "@/lib/i18n/languages";
import telecoms from "@/prisma/data/telecoms.json";
import { recognise } from "@/lib/recognise/recognise";
import { kindOptions } from "@/lib/requests/drafting/queries";
import { filedBefore } from "./filed-before";
import { type Directory, readingOf } from "./reading";
import type { Receiver, StatementOptions, StatementReading } from "./types";

const receiverKinds = ["bank", "payment_intermediary", "telecom", "platform", "isp_registrar"] as const;

/**
 * What an officer who turns a statement into requests chooses from; null when he may not open a case, or may not draft on the
 * one that is named, or there is none.
 */
export function getStatementOptions(
  actor: Actor,
  language: Language,
  caseId?: string,
): Promise<StatementOptions | null> {
  return asActor(actor, async (tx) => {
    const now = await databaseNow(tx);
    const owner = caseId ? await ownerOf(tx, actor, caseId) : null;
    if (caseId ? owner === null : !may(actor, "case.create") || actor.orgKind !== "police") return null;
    const fraudTypes = await tx.fraudType.findMany({ where: { validTo: null } });
    return {
      owner: owner && {
        id: owner.id,
        code: owner.code,
        title: owner.title,
        fraudTypeCode: owner.fraudTypeCode,
        victims: owner.victims.map(({ fullName }) => fullName),
      },
      fraudTypes: fraudTypes
        .map(({ code, nameVi, nameEn, groupCode, suggestedRequests }) => ({
          code,
          name: language === "en" ? nameEn : nameVi,
          group: groupCode,
          suggested: suggestedRequests,
        }))
        .sort(byName),
      receivers: await receiversOf(tx),
      kinds: await kindOptions(tx, owner?.status ?? "RECEIVED", now, language),
    };
  });
}

/**
 * Reads a text: what in it may be asked about, and where the money went. Nothing of it is kept.
 * @throws Problem not-allowed for whoever opens no cases and works on none.
 */
export async function readStatement(actor: Actor, text: string): Promise<StatementReading> {
  if (!may(actor, "case.create")) throw new Problem("not-allowed");
  return asActor(actor, async (tx) => {
    const now = await databaseNow(tx);
    const directory: Directory = { receivers: await receiversOf(tx), prefixes: telecoms.prefixIndex };
    return {
      ...readingOf(text, recognise(text, { now }), directory, now),
      filed: await filedBefore(tx, actor, text),
    };
  });
}

async function ownerOf(tx: Tx, actor: Actor, caseId: string) {
  const found = await tx.case.findFirst({
    where: { AND: [{ id: caseId }, visibleCases(actor)] },
    include: {
      members: { where: { removedAt: null }, select: { membershipId: true } },
      victims: { orderBy: { id: "asc" }, select: { fullName: true } },
    },
  });
  if (!found) return null;
  const record = { ...found, memberIds: found.members.map(({ membershipId }) => membershipId) };
  const isAllowed = canOnCase(actor, "case.edit", record) && canOnCase(actor, "case.draftRequest", record);
  return isAllowed ? found : null;
}

async function receiversOf(tx: Tx): Promise<Receiver[]> {
  const rows = await tx.organisation.findMany({
    where: { kind: { in: [...receiverKinds] }, validTo: null },
    select: { id: true, code: true, shortName: true, kind: true, segment: true },
  });
  return rows
    .map(({ id, code, shortName, kind, segment }) => ({ id, code, name: shortName, kind, segment }))
    .sort(byName);
}
