import { createTranslator } from "next-intl";
import type { Language } from "@/lib/i18n/languages";
import en from "@/messages/en.json";
import vi from "@/messages/vi.json";

type Say = (key: string, values?: Record<string, string | number>) => string;
const made = new Map<Language, Say>();

/** The calendar's words in the language a feed was made with: a calendar program sends no cookie. words: agenda.* */
export function agendaWords(language: Language): Say {
  const known = made.get(language);
  if (known) return known;
  const say = createTranslator({
    locale: language,
    messages: (language === "vi" ? vi : en) as never,
    namespace: "agenda" as never,
  }) as unknown as Say;
  made.set(language, say);
  return say;
}
