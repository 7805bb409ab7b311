import type { Actor } from "@/lib/access/actor";
import { assertAdministers } from "@/lib/access/administer";
import { actsOn, type SubjectAct } from "@/lib/audit/subject-history";
import { dayOf, isoDayOrNull } from "@/lib/day";
import { asActor } from "@/lib/db";
import type { LegalDocumentModel } from "@/lib/generated/prisma/models";
import type { Language } from "@/lib/i18n/languages";
import { articlesOf } from "./articles";
import type { DocumentNumbers } from "./citation";
import { type DocumentUses, usesOf } from "./document-uses";
import type { DocumentChoice, LegalDetail, LegalRow } from "./types";

/** Legal documents by part of number or title, without accents, newest first. */
export function listDocuments(actor: Actor, q: string, only?: "open"): Promise<LegalRow[]> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const like = `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    const ids = await tx.$queryRaw<{ id: string }[]>`
      select id from legal_document where fold_vietnamese(concat_ws(' ', id, number, title_vi, title_en, issuer)) like fold_vietnamese(${like}) and (verify or ${only !== "open"})
      order by verify desc, valid_from desc nulls last, id limit 200`;
    const rows = await tx.legalDocument.findMany({ where: { id: { in: ids.map(({ id }) => id) } } });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap(({ id }) => byId.get(id) ?? []).map(legalRow);
  });
}

/** One legal document with its articles, what leans on it and its history; null when there is none. */
export function getDocument(
  actor: Actor,
  id: string,
): Promise<{ document: LegalDetail; uses: DocumentUses; acts: SubjectAct[] } | null> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const found = await tx.legalDocument.findUnique({ where: { id } });
    if (!found) return null;
    return {
      document: { ...legalRow(found), version: found.version, articles: articlesOf(found.articles) },
      uses: await usesOf(tx, found, dayOf(new Date())),
      acts: await actsOn(tx, actor, [{ type: "legal_document", document: id }]),
    };
  });
}

const legalRow = ({
  id,
  number,
  titleVi,
  titleEn,
  type,
  issuer,
  status,
  source,
  verify,
  validFrom,
  validTo,
  articles,
}: LegalDocumentModel): LegalRow => ({
  id,
  number,
  titleVi,
  titleEn,
  type,
  issuer,
  status,
  source,
  verify,
  validFrom: isoDayOrNull(validFrom),
  validTo: isoDayOrNull(validTo),
  articleCount: articlesOf(articles).length,
});

/** The documents that a kind or a limit may lean on, by number. @throws Problem not-allowed. */
export function listDocumentChoices(actor: Actor, language: Language): Promise<DocumentChoice[]> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const rows = await tx.legalDocument.findMany({ orderBy: [{ validFrom: "desc" }, { id: "asc" }] });
    return rows.map(({ id, number, titleVi, titleEn, articles }) => ({
      id,
      number,
      title: language === "en" ? titleEn : titleVi,
      articles: articlesOf(articles).map(({ article }) => article),
    }));
  });
}

/** How people name the documents of the register: its number, or its title where it has none. */
export function documentNumbers(actor: Actor): Promise<DocumentNumbers> {
  return asActor(actor, async (tx) => {
    const rows = await tx.legalDocument.findMany({ select: { id: true, number: true, titleVi: true } });
    return Object.fromEntries(rows.map(({ id, number, titleVi }) => [id, number ?? titleVi]));
  });
}
