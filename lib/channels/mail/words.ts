import { createTranslator } from "next-intl";
import en from "@/messages/en.json";
import vi from "@/messages/vi.json";
import type { Language } from "@/lib/i18n/languages";

type Say = ((key: string, values?: Record<string, string | number>) => string) & {
  has: (key: string) => boolean;
};
const made = new Map<Language, Say>();

/** The words of mails and short messages in the receiver's language; made once, a translator reads all words. words: mail.* */
export function mailWords(language: Language): Say {
  const known = made.get(language);
  if (known) return known;
  const say = createTranslator({
    locale: language,
    messages: (language === "vi" ? vi : en) as never,
    namespace: "mail" as never,
  }) as unknown as Say;
  made.set(language, say);
  return say;
}

/** What a kind of notification is called, without anything of its record; a kind without words is a notification. */
export const kindWords = (say: Say, kind: string): string =>
  say.has(`kind.${kind}`) ? say(`kind.${kind}`) : say("kind.other");
