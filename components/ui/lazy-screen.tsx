"use client";

import { NextIntlClientProvider, useLocale, useTranslations } from "next-intl";
import type { ComponentType } from "react";
import type { Language } from "@/lib/i18n/languages";
import { Button } from "./button";
import { Note } from "./note";
import { SkeletonRows } from "./skeleton";
import { useLater } from "./use-later";

// All words as a file that the browser keeps, instead of a part of every page on which somebody might open such a screen.
const catalogues: Record<Language, () => Promise<Record<string, unknown>>> = {
  vi: () => import("../../messages/vi.json").then(({ default: words }) => words),
  en: () => import("../../messages/en.json").then(({ default: words }) => words),
};

/** A screen that opens later and only for some, such as the look-up of Ctrl K: it is fetched, with its words, when it opens. */
export function LazyScreen<Props extends object>({
  load,
  ...props
}: {
  /** A constant function around `import()`. */
  load: () => Promise<ComponentType<Props>>;
} & Props) {
  const t = useTranslations();
  const language = useLocale() as Language;
  const screen = useLater(load);
  const words = useLater(catalogues[language]);
  if (screen.failed || words.failed) {
    const again = () => [screen, words].forEach((part) => part.failed && part.again());
    return (
      <Note tone="red" announce>
        <span className="row wrap">
          {t("problems.unavailable")}
          <Button size="sm" onClick={again}>
            {t("problems.pages.retry")}
          </Button>
        </span>
      </Note>
    );
  }
  if (!screen.value || !words.value) return <SkeletonRows label={t("ui.loading")} rows={3} />;
  return (
    <NextIntlClientProvider locale={language} messages={words.value}>
      <screen.value {...(props as unknown as Props)} />
    </NextIntlClientProvider>
  );
}
