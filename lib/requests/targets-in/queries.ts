import type { Actor } from "@/lib/access/actor";
import { visibleCases } from "@/lib/access/scope";
import { aboutCase } from "@/lib/cases/change";
import { asActor, databaseNow, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { exported } from "@/lib/exports/record-export";
import type { Download } from "@/lib/files/download";
import { inspectAside } from "@/lib/files/inspect-aside";
import { fileKinds } from "@/lib/files/kinds";
import type { CaseModel } from "@/lib/generated/prisma/models";
import type { Language } from "@/lib/i18n/languages";
import { kindOf } from "@/lib/requests/kinds";
import { largestSheet } from "@/lib/requests/sheets/form";
import { organisationNames } from "@/lib/requests/sheets/organisations";
import { sheetsAside } from "@/lib/sheets/sheets-aside";
import { keepersOf } from "@/lib/targets/keepers";
import type { TargetKind } from "@/lib/targets/target-kind";
import { kindsIn, mostHeadRows, mostTargetRows } from "./columns";
import { targetPreview } from "./preview";
import { targetBook } from "./template";
import type { TargetSheetReading } from "./types";

/** What a list of targets is for: kinds that are looked for on a case, or one kind of request. */
export type TargetListFor = { caseId: string; kindCode?: string; kinds?: readonly TargetKind[] };

/**
 * An empty workbook for a case's targets. It carries its number as every file that leaves does.
 * @throws Problem not-found, also for a case that is not the actor's to add to.
 */
export function takeTargetBook(
  actor: Actor,
  { caseId, kindCode, kinds: chosen = [] }: TargetListFor,
  language: Language,
): Promise<Download> {
  return asActor(actor, async (tx) => {
    const found = await caseToFill(tx, actor, caseId);
    const kind = kindCode ? kindOf(kindCode) : null;
    const wanted = kindsIn(kind).filter((each) => chosen.length === 0 || chosen.includes(each));
    const kinds = wanted.length > 0 ? wanted : kindsIn(kind);
    const { subjectType: _type, subjectId: _id, ...about } = aboutCase(found);
    const what = { kind: "targets_xlsx", rows: 0, caseId };
    const { bytes, mark } = await exported(tx, actor, what, about, async (made) => ({
      bytes: await targetBook(kinds, kind, await keeperNames(tx, kinds), language, made),
    }));
    return { name: `${mark.number}.xlsx`, mediaType: fileKinds.xlsx.mediaType, bytes };
  });
}

/**
 * What a list of targets would add to the case, row by row; nothing is stored by looking at it.
 * @throws Problem not-found, also for a case that is not the actor's to add to.
 */
export async function readTargetFile(
  actor: Actor,
  { caseId, kindCode }: TargetListFor,
  { name, bytes }: { name: string; bytes: Buffer },
  language: Language,
): Promise<TargetSheetReading> {
  await asActor(actor, (tx) => caseToFill(tx, actor, caseId));
  if (!/\.(xlsx|csv)$/i.test(name)) return { ok: false, code: "extension" };
  if (bytes.length > largestSheet) return { ok: false, code: "tooLarge" };
  const inspected = await inspectAside(name, bytes);
  if (!inspected.ok) return inspected;
  const read = await sheetsAside(name, bytes, mostTargetRows + mostHeadRows);
  if (!read.ok) return read;
  const { sheets } = read;
  return asActor(actor, async (tx) => {
    const { find, shortName } = await organisationNames(tx);
    const known = await tx.target.findMany({
      where: { caseId: (await caseToFill(tx, actor, caseId)).id },
      select: { id: true, kind: true, value: true, institutionId: true, holderName: true, note: true },
    });
    const kind = kindCode ? kindOf(kindCode) : null;
    const now = await databaseNow(tx);
    const preview = targetPreview(sheets, { known, find, shortName, kind, language, now });
    if (preview === "rows" || preview === "noHeads") return { ok: false, code: preview };
    return { ok: true, preview };
  });
}

/** A case that the actor may add targets to, as the page of a list names it; null when it is none of his. */
export function getCaseToFill(
  actor: Actor,
  id: string,
): Promise<{ id: string; code: string; title: string; mayDraft: boolean } | null> {
  return asActor(actor, async (tx) => {
    const found = await tx.case.findFirst({
      where: { AND: [{ id }, visibleCases(actor, "case.edit")] },
      select: { id: true, code: true, title: true },
    });
    if (!found) return null;
    const drafted = await tx.case.count({
      where: { AND: [{ id }, visibleCases(actor, "case.draftRequest")] },
    });
    return { ...found, mayDraft: drafted > 0 };
  });
}

async function caseToFill(tx: Tx, actor: Actor, caseId: string): Promise<CaseModel> {
  const found = await tx.case.findFirst({
    where: { AND: [{ id: caseId }, visibleCases(actor, "case.edit")] },
  });
  if (!found) throw new Problem("not-found");
  return found;
}

async function keeperNames(tx: Tx, kinds: readonly TargetKind[]): Promise<string[]> {
  const keepers = [...new Set(kinds.flatMap((kind) => keepersOf[kind] ?? []))];
  const { rows } = await statement<{ name: string }>(
    tx,
    `select short_name as name from organisation where kind = any($1::organisation_kind[]) and valid_to is null
      order by short_name collate "vi-x-icu" limit 1000`,
    [keepers],
  );
  return rows.map(({ name }) => name);
}
