"use client";

import { LiveButton } from "@/components/ui/live-button";
import { languages, type Language } from "@/lib/i18n/languages";
import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { rememberPreference } from "./remember-preference";

/** Goes to the other language, which it names, and stays on the same page. */
export function LanguageSwitch({ className = "iconbtn t12 fw6" }: { className?: string }) {
  const t = useTranslations("frame");
  const router = useRouter();
  const now = useLocale() as Language;
  const next = languages[(languages.indexOf(now) + 1) % languages.length] ?? now;
  return (
    <LiveButton
      className={className}
      aria-label={t("language", { code: next.toUpperCase() })}
      title={t(`languageName.${next}`)}
      onClick={() => {
        rememberPreference("language", next);
        router.refresh();
      }}
    >
      {next.toUpperCase()}
    </LiveButton>
  );
}
