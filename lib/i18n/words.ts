import { getLocale, getTranslations } from "next-intl/server";
import type { Language } from "./languages";

/**
 * The words of one namespace, for server code: `const t = await getWords("requests")`.
 * Client components use `useTranslations` of next-intl, inside <BrowserWords> of their namespaces.
 */
export const getWords = getTranslations;

/** The language of this request. */
export async function getLanguage(): Promise<Language> {
  return (await getLocale()) as Language;
}
