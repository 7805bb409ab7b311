import type { Language } from "@/lib/i18n/languages";

/** A legal basis as a person reads it. What has still to be confirmed in it is an administrator's to see. */
export type LegalBasis = {
  id: string;
  article: string | null;
  number: string | null;
  title: string;
  /** The whole provision, as a paper names it in the reader's language. */
  cited: string;
};

/** A provision relied on: the document as the register knows it, and the article. `number` is null for an unknown document. */
export type LegalBasisLine = {
  code: string;
  cited: Record<Language, string>;
};
