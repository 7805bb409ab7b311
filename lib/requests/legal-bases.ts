import { statement, type Tx } from "@/lib/db";
import type { Language } from "@/lib/i18n/languages";
import { citedArticle, citedProvision } from "@/lib/reference/citation";
import type { LegalBasis, LegalBasisLine } from "./types";

type Provision = {
  code: string;
  documentId: string;
  article: string | null;
  document: { number: string | null; titleVi: string; titleEn: string } | undefined;
};

/** `cpc-2015:Điều 129` → the document and its article as people read them. An unknown basis is shown as it was written. */
export async function readLegalBases(
  tx: Tx,
  codes: readonly string[],
  language: Language,
): Promise<LegalBasis[]> {
  return (await provisionsOf(tx, codes)).map((provision) => ({
    id: provision.code,
    article: provision.article === null ? null : citedArticle(provision.article, language),
    number: provision.document?.number ?? null,
    title: titleOf(provision, language),
    cited: citedIn(provision, language),
  }));
}

/** The same provisions for papers that two readers may read in two languages, in the order given. */
export async function legalBasisLines(tx: Tx, codes: readonly string[]): Promise<LegalBasisLine[]> {
  return (await provisionsOf(tx, codes)).map((provision) => ({
    code: provision.code,
    cited: { vi: citedIn(provision, "vi"), en: citedIn(provision, "en") },
  }));
}

/** Codes of the register, `<document>:<article>`, with the document each names. */
async function provisionsOf(tx: Tx, codes: readonly string[]): Promise<Provision[]> {
  const provisions = codes.map((code) => {
    // What a drafter states in his own words may hold a colon too: a document's id has no blanks.
    const colon = /^[^\s:]+:/.test(code) ? code.indexOf(":") : -1;
    return colon < 0
      ? { code, documentId: code, article: null }
      : { code, documentId: code.slice(0, colon), article: code.slice(colon + 1).trim() || null };
  });
  const { rows } = await statement<NonNullable<Provision["document"]> & { id: string }>(
    tx,
    `select id, number, title_vi as "titleVi", title_en as "titleEn" from legal_document where id = any($1::text[])`,
    [provisions.map(({ documentId }) => documentId)],
  );
  const byId = new Map(rows.map((document) => [document.id, document]));
  return provisions.map((provision) => ({ ...provision, document: byId.get(provision.documentId) }));
}

const titleOf = ({ document, documentId }: Provision, language: Language): string =>
  (language === "en" ? document?.titleEn : document?.titleVi) ?? documentId;

const citedIn = (provision: Provision, language: Language): string =>
  citedProvision(
    {
      article: provision.article,
      number: provision.document?.number ?? null,
      title: titleOf(provision, language),
    },
    language,
  );
