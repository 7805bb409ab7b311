import type { Tx } from "@/lib/db";
import { isoDay } from "@/lib/day";
import { type Ask, Problem } from "@/lib/errors";
import { articlesOf } from "./articles";
import { citation } from "./citation";

/** A document is gone by no more in these states. */
const over = new Set(["replaced", "expired"]);
const articleNumber = /điều\s+(\d+[a-zđ]?)/iu;

/**
 * What is to be asked about legal bases (`document:article`) that a rule leans on from a day on: an article that the register does not
 * know of that document, whose list need not be whole, and a document that is not in force on that day.
 * @throws Problem invalid at `field` for a document that is not in the register
 */
export async function citedAsks(
  tx: Tx,
  codes: readonly string[],
  from: string,
  field: "legalBasis" | "legalBases",
): Promise<Ask[]> {
  const parts = codes.map((code) => [code, ...code.split(/:(.*)/s)] as const);
  const documents = await tx.legalDocument.findMany({ where: { id: { in: parts.map(([, id]) => id!) } } });
  const asks: Ask[] = [];
  const ask = (code: string, facts: Ask["facts"]) => asks.push({ code, subject: "legal_document", facts });
  for (const [legalBasis, id, article] of parts) {
    const document = documents.find((one) => one.id === id);
    if (!document) throw new Problem("invalid", { fields: { [field]: "admin.errors.unknownDocument" } });
    const { status, validFrom, validTo } = document;
    const begins = validFrom && isoDay(validFrom);
    const ends = validTo && isoDay(validTo);
    if (over.has(status) || (begins && begins > from) || (ends && ends <= from))
      ask("basisNotInForce", {
        document: calledBy(document),
        status,
        ...(begins ? { validFrom: begins } : {}),
        ...(ends ? { validTo: ends } : {}),
      });
    const known = articlesOf(document.articles).map((one) => one.article);
    const number = article && articleNumber.exec(article)?.[1];
    if (number && known.length > 0 && !known.some((one) => numbersIn(one).includes(number)))
      ask("articleUnknown", { legalBasis: citation(legalBasis, { [document.id]: calledBy(document) }) });
  }
  return asks;
}

/** The facts of a question with their legal basis as people cite it: the record keeps its code. */
export async function readable<T extends { legalBasis?: string }>(tx: Tx, facts: T): Promise<T> {
  if (!facts.legalBasis) return facts;
  const document = await tx.legalDocument.findUnique({ where: { id: facts.legalBasis.split(":")[0]! } });
  const numbers = document ? { [document.id]: calledBy(document) } : {};
  return { ...facts, legalBasis: citation(facts.legalBasis, numbers) };
}

const calledBy = ({ number, titleVi }: { number: string | null; titleVi: string }) => number ?? titleVi;

/** `Điều 12, 20` and `Điều 44 khoản 1` name articles by number; what cannot be read so names none. */
const numbersIn = (article: string): string[] =>
  article
    .replace(/(?:khoản|điểm)\s+\S+/giu, "")
    .match(/\d+[a-zđ]?/giu)
    ?.map(String) ?? [];
