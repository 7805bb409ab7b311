import { inForceOrLater } from "@/lib/day";
import type { Tx } from "@/lib/db";
import { type Ask } from "@/lib/errors";

/** Rules in force or to come that lean on a document: by id and by what they are. */
export type DocumentUses = {
  kinds: { code: string; nameVi: string; nameEn: string }[];
  limits: { id: string; subject: string; unit: string; value: number }[];
};

/** Who leans on a document of the register, by its id or, in a limit's source, by its number. */
export async function usesOf(
  tx: Tx,
  { id, number }: { id: string; number: string | null },
  today: string,
): Promise<DocumentUses> {
  const open = inForceOrLater(today);
  const isCited = (code: string) => code === id || code.startsWith(`${id}:`);
  const kinds = await tx.requestKind.findMany({
    where: open,
    select: { code: true, nameVi: true, nameEn: true, legalBases: true },
    orderBy: { code: "asc" },
  });
  const limits = await tx.deadlinePolicy.findMany({
    where: open,
    select: { id: true, subject: true, unit: true, value: true, legalBasis: true, source: true },
    orderBy: [{ subject: "asc" }, { id: "asc" }],
  });
  const named = (source: string) =>
    source.split(";").some((part) => isCited(part.trim())) || (number !== null && source.includes(number));
  const byCode = new Map(
    kinds.filter(({ legalBases }) => legalBases.some(isCited)).map((one) => [one.code, one]),
  );
  return {
    kinds: [...byCode.values()].map(({ code, nameVi, nameEn }) => ({ code, nameVi, nameEn })),
    limits: limits
      .filter(({ legalBasis, source }) => (legalBasis !== null && isCited(legalBasis)) || named(source))
      .map(({ id: limit, subject, unit, value }) => ({ id: limit, subject, unit, value })),
  };
}

/** A document that ends while rules lean on it: they go on as they stand, and somebody must see to them. Null when none does. */
export function stillUsed({ kinds, limits }: DocumentUses): Ask | null {
  if (kinds.length + limits.length === 0) return null;
  const facts = { kinds: kinds.length, limits: limits.length };
  return { code: "documentInUse", subject: "legal_document", facts };
}
