import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { administer, confirmEntry, differences, stillToConfirm } from "@/lib/access/administer";
import { assertFirst } from "@/lib/audit/subject-history";
import { dateOf } from "@/lib/day";
import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { changeDocumentInput, confirmInput, newDocumentInput } from "./schema";

type Kept = Omit<z.output<typeof changeDocumentInput>, "key" | "documentId" | "version">;
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
  return administer(actor, "legal_document.change", input, async (tx) => {
    const old = await find(tx, input.documentId);
    const known = new Map(
      (Array.isArray(old.articles) ? old.articles : []).flatMap((article) =>
        isArticle(article) ? [[article.article, article] as const] : [],
      ),
    );
    const articles = input.articles.map((article): Article =>
      Object.assign({}, known.get(article.article), article),
    );
    const data = { ...rowOf(input), verify: stillToConfirm(old, input.source) };
    const written = await tx.legalDocument.updateMany({
      where: { id: old.id, version: input.version },
      data: { ...data, articles, version: { increment: 1 } },
    });
    await assertFirst(tx, actor, { type: "legal_document", document: old.id }, written);
    const articlesChanged = JSON.stringify(articles) !== JSON.stringify(old.articles);
    return {
      result: { documentId: old.id, version: input.version + 1 },
      act: {
        type: "legal_document.changed",
        subjectType: "legal_document",
        changes: {
          document: old.id,
          ...differences(old, data),
          ...(articlesChanged ? { articles: input.articles.length } : {}),
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

type Article = { article: string; [more: string]: Prisma.InputJsonValue };
const isArticle = (value: unknown): value is Article =>
  typeof value === "object" && value !== null && "article" in value && typeof value.article === "string";

async function find(tx: Tx, id: string) {
  const found = await tx.legalDocument.findUnique({ where: { id } });
  if (!found) throw new Problem("not-found");
  return found;
}
