import { createTranslator } from "next-intl";
import { type Language, timeZone } from "@/lib/i18n/languages";
import en from "@/messages/en.json";
import vi from "@/messages/vi.json";

/** Says a key of its namespace; `has` tells whether there is such a key. */
export type Say = ((key: string, values?: Record<string, string | number>) => string) & {
  has: (key: string) => boolean;
};
const made = new Map<string, Say>();

/**
 * The words of a namespace (null: of all) for what leaves the page: mails, feeds, sheets, papers, where no cookie tells the language. Made
 * once, as a translator reads all words. Whoever calls it declares the keys beside the call.
 */
export function wordsOutside(namespace: string | null, language: Language): Say {
  const name = `${language} ${namespace ?? ""}`;
  const known = made.get(name);
  if (known) return known;
  const say = createTranslator({
    locale: language,
    messages: (language === "vi" ? vi : en) as never,
    ...(namespace === null ? {} : { namespace: namespace as never }),
    timeZone,
  }) as unknown as Say;
  made.set(name, say);
  return say;
}
