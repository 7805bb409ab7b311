import type { Tx } from "@/lib/db";
import { citedProvision } from "@/lib/reference/citation";
import type { LegalBasisLine } from "./received-types";

/** Reads `decree-52-2024:Điều 11 khoản 1` as a document of the register and an article of it, in the order given. */
export async function legalBasisLines(tx: Tx, codes: readonly string[]): Promise<LegalBasisLine[]> {
  const parts = codes.map((code) => {
    const colon = code.indexOf(":");
    return colon < 0
      ? { code, document: code, article: "" }
      : { code, document: code.slice(0, colon), article: code.slice(colon + 1).trim() };
  });
  const known = await tx.legalDocument.findMany({
    where: { id: { in: parts.map(({ document }) => document) } },
    select: { id: true, number: true, titleVi: true, titleEn: true },
  });
  const byId = new Map(known.map((document) => [document.id, document]));
  return parts.map(({ code, document, article }) => {
    const found = byId.get(document);
    return {
      code,
      cited: {
        vi: citedProvision(
          { article, number: found?.number ?? null, title: found?.titleVi ?? document },
          "vi",
        ),
        en: citedProvision(
          { article, number: found?.number ?? null, title: found?.titleEn ?? document },
          "en",
        ),
      },
    };
  });
}
