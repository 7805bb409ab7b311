import type { Language } from "@/lib/i18n/languages";

type Say = (key: string, values?: Record<string, string | number>) => string;

/** The words that a paper is made of, in one language. A screen gives its own; files are Vietnamese (vietnamese.ts). */
export type PaperWords = {
  language: Language;
  /** words: letter.* letters.* */
  letter: Say;
  letters: Say;
  kinds: Say;
  targetKinds: Say;
  outcomes: Say;
  /** Legal titles under which somebody signs. words: admin.signer.* */
  signers: Say;
  /** Labels and options of what a kind asks. words: answers.fields.* answers.options.* */
  answers: Say & { has: (key: string) => boolean };
};
