import type { Tx } from "@/lib/db";
import type { Language } from "@/lib/i18n/languages";
import { citedArticle, citedProvision } from "@/lib/reference/citation";
import type { LegalBasis } from "./types-police";

/** `cpc-2015:Điều 129` → the document and its article as people read them. An unknown basis is shown as it was written. */
export async function readLegalBases(
  tx: Tx,
  codes: readonly string[],
  language: Language,
): Promise<LegalBasis[]> {
  const ids = codes.map((code) => code.split(":")[0]!);
  const known = new Map(
    (
      await tx.legalDocument.findMany({
        where: { id: { in: ids } },
        select: { id: true, number: true, titleVi: true, titleEn: true },
      })
    ).map((document) => [document.id, document]),
  );
  return codes.map((code) => {
    const [id = code, article] = code.split(":");
    const document = known.get(id);
    const number = document?.number ?? null;
    const title = document ? (language === "en" ? document.titleEn : document.titleVi) : id;
    return {
      id: code,
      article: article === undefined ? null : citedArticle(article, language),
      number,
      title,
      cited: citedProvision({ article: article ?? null, number, title }, language),
    };
  });
}
