import { lastDayOf } from "@/lib/deadlines/last-day";
import type { Language } from "@/lib/i18n/languages";
import { formatDateTime } from "@/lib/i18n/local-time";
import { type Say, wordsOutside } from "@/lib/i18n/words-outside";

/** The words of mails and short messages in the receiver's language. words: mail.* */
export const mailWords = (language: Language) => wordsOutside("mail", language);

/** What a kind of notification is called, without anything of its record; a kind without words is a notification. */
export const kindWords = (say: Say, kind: string): string =>
  say.has(`kind.${kind}`) ? say(`kind.${kind}`) : say("kind.other");

/** What a notification says of a time limit: which (a subject of clocks) and when it ends (ISO, UTC); null where it is about none. */
export type AboutLimit = { limit: string | null; dueAt: string | null };

/** One notification's name. A request has two limits that may speak in the same second, so the name says which one it is. */
export function whatWords(say: Say, kind: string, limit: string | null): string {
  const [of, name] = [`ofLimit.${kind}`, `limit.${limit}`];
  return limit !== null && say.has(of) && say.has(name)
    ? say(of, { limit: say(name) })
    : kindWords(say, kind);
}

/** The end of a limit with its name (Viet Nam time), a limit of days by its last day; null where there is none. */
export function endWords(say: Say, { limit, dueAt }: AboutLimit): string | null {
  if (limit === null || dueAt === null || !say.has(`limit.${limit}`)) return null;
  const end = new Date(dueAt);
  if (Number.isNaN(end.getTime())) return null;
  const last = lastDayOf(end)?.split("-").reverse().join("/");
  const when = last ? say("endOfDay", { day: last }) : formatDateTime(end);
  return say("ends", { limit: say(`limit.${limit}`), when });
}
