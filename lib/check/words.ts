import { createTranslator } from "next-intl";
import en from "@/messages/en.json";
import vi from "@/messages/vi.json";

/**
 * The public page says all in both languages: whoever holds a letter has no account, no choice of language and perhaps no scripts.
 * words: check.*
 */
export const checkWords = (language: "vi" | "en") =>
  createTranslator({
    locale: language,
    messages: (language === "vi" ? vi : en) as never,
    namespace: "check" as never,
  }) as unknown as (key: string) => string;
