import type { Language } from "@/lib/i18n/languages";
import { type Say, wordsOutside } from "@/lib/i18n/words-outside";

/** The words of mails and short messages in the receiver's language. words: mail.* */
export const mailWords = (language: Language) => wordsOutside("mail", language);

/** What a kind of notification is called, without anything of its record; a kind without words is a notification. */
export const kindWords = (say: Say, kind: string): string =>
  say.has(`kind.${kind}`) ? say(`kind.${kind}`) : say("kind.other");
