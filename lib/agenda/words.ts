import type { Language } from "@/lib/i18n/languages";
import { wordsOutside } from "@/lib/i18n/words-outside";

/** The calendar's words in the language a feed was made with: a calendar program sends no cookie. words: agenda.* */
export const agendaWords = (language: Language) => wordsOutside("agenda", language);
