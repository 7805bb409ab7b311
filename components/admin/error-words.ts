"use client";

import { useTranslations } from "next-intl";
import { errorWords } from "@/lib/i18n/error-key";

/** The sentence of a field's error code. words: admin.errors.* */
export function useErrorWords(): (code: string | undefined) => string | undefined {
  const t = useTranslations();
  return (code) => {
    if (!code) return undefined;
    const { key, values } = errorWords(code);
    return t.has(key as never) ? t(key as never, values as never) : t("errors.invalid");
  };
}
