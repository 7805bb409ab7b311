import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { administer, confirmEntry, differences, stillToConfirm } from "@/lib/access/administer";
import { askFirst } from "@/lib/access/ask-first";
import { assertFirst } from "@/lib/audit/subject-history";
import { dateOf, dayOf } from "@/lib/day";
import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { stillUsed, usesOf } from "./document-uses";
import type { changeDocumentInput, confirmInput, newDocumentInput } from "./schema";

type Kept = Omit<z.output<typeof changeDocumentInput>, "key" | "documentId" | "version" | "sure">;
const rowOf = ({ number, titleVi, titleEn, type, issuer, status, source, validFrom, validTo }: Kept) => ({
  number: number ?? null,
  titleVi,
  titleEn,
  type,
  issuer: issuer ?? null,
  status,
  source,
  validFrom: validFrom ? dateOf(validFrom) : null,
  validTo: validTo ? dateOf(validTo) : null,
});

/** Enters a legal document into the register. @throws Problem invalid at `documentId` when it is taken. */
export function createDocument(
  actor: Actor,
  input: z.output<typeof newDocumentInput>,
): Promise<{ documentId: string }> {
  return administer(actor, "legal_document.create", input, async (tx) => {
    const { documentId: id, articles } = input;
    if (await tx.legalDocument.findUnique({ where: { id }, select: { id: true } }))
      throw new Problem("invalid", { fields: { documentId: "admin.errors.codeTaken" } });
    await tx.legalDocument.create({
      data: { id, ...rowOf(input), articles, verify: stillToConfirm(null, input.source) },
      select: { id: true },
    });
    return {
      result: { documentId: id },
      act: {
        type: "legal_document.created",
        subjectType: "legal_document",
        changes: { document: id, number: input.number ?? null, articles: articles.length },
      },
    };
  });
}

/** Changes a legal document; an article that stays keeps what else the register knows of it. @throws Problem not-found; changed-meanwhile. */
export function changeDocument(
  actor: Actor,
  input: z.output<typeof changeDocumentInput>,
): Promise<{ documentId: string; version: number }> {
  return administer(actor, "legal_document.change", input, async (tx, now) => {
    const old = await find(tx, input.documentId);
    const known = new Map(
      (Array.isArray(old.articles) ? old.articles : []).flatMap((article) =>
        isArticle(article) ? [[article.article, article] as const] : [],
      ),
    );
    const articles = input.articles.map((article): Article =>
      Object.assign({}, known.get(article.article), article),
    );
    const articlesChanged = changedArticles(known, input.articles);
    const row = rowOf(input);
    const ends = [row.status, row.validTo?.getTime()].join() !== [old.status, old.validTo?.getTime()].join();
    if (ends && (row.validTo || row.status === "expired" || row.status === "replaced"))
      askFirst(input.sure, [stillUsed(await usesOf(tx, old, dayOf(now)))]);
    const verify = stillToConfirm(old, input.source, articlesChanged !== null || saysElse(old, row));
    const data = { ...row, verify };
    const written = await tx.legalDocument.updateMany({
      where: { id: old.id, version: input.version },
      data: { ...data, articles, version: { increment: 1 } },
    });
    await assertFirst(tx, actor, { type: "legal_document", document: old.id }, written);
    return {
      result: { documentId: old.id, version: input.version + 1 },
      act: {
        type: "legal_document.changed",
        subjectType: "legal_document",
        changes: {
          document: old.id,
          ...differences(old, data),
          ...articlesChanged,
        },
      },
    };
  });
}

/** Confirms a document whose state came without a checked source. @throws as `confirmEntry`. */
export const confirmDocument = (actor: Actor, input: z.output<typeof confirmInput>) =>
  confirmEntry(actor, input, "legal_document", {
    find,
    write: (tx, where, data) => tx.legalDocument.updateMany({ where, data }),
    subject: ({ id }) => ({ type: "legal_document", document: id }),
    about: ({ id }) => ({ changes: { document: id } }),
  });

/** What a confirmation of a document vouches for, beside its articles; its titles and who issued it are how it is called. */
const vouched = ["number", "status", "validFrom", "validTo"] as const;
const saysElse = (before: Record<string, unknown>, after: Record<string, unknown>): boolean =>
  Object.keys(differences(before, after)).some((name) => vouched.some((one) => one === name));

/** Which articles came, went and say something else, for the record; null when all stayed. */
function changedArticles(
  known: ReadonlyMap<string, Article>,
  now: readonly { article: string; summaryVi: string }[],
): Prisma.InputJsonObject | null {
  const kept = new Set(now.map(({ article }) => article));
  const changes = {
    articlesAdded: now.filter(({ article }) => !known.has(article)).map(({ article }) => article),
    articlesRemoved: [...known.keys()].filter((article) => !kept.has(article)),
    articlesReworded: now
      .filter(({ article, summaryVi }) => (known.get(article)?.summaryVi ?? summaryVi) !== summaryVi)
      .map(({ article }) => article),
  };
  const told = Object.entries(changes).filter(([, articles]) => articles.length > 0);
  // As one text each: a list of two stands in the record for an old and a new value.
  return told.length > 0 ? Object.fromEntries(told.map(([name, all]) => [name, all.join("; ")])) : null;
}

type Article = { article: string; [more: string]: Prisma.InputJsonValue };
const isArticle = (value: unknown): value is Article =>
  typeof value === "object" && value !== null && "article" in value && typeof value.article === "string";

async function find(tx: Tx, id: string) {
  const found = await tx.legalDocument.findUnique({ where: { id } });
  if (!found) throw new Problem("not-found");
  return found;
}
