import type { Language } from "@/lib/i18n/languages";
import { wordsOutside } from "@/lib/i18n/words-outside";

/**
 * The public page says all in both languages: whoever holds a letter has no account, no choice of language and perhaps no scripts.
 * words: check.*
 */
export const checkWords = (language: Language) => wordsOutside("check", language);
