"use client";

import { Segmented } from "@/components/ui/segmented";
import { densities, themes, type Density, type Theme } from "@/lib/i18n/preferences";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { rememberPreference } from "./remember-preference";

/** Light or dark, roomy or compact: changes at once and is remembered in this browser. */
export function Appearance({ theme, density }: { theme: Theme; density: Density }) {
  const t = useTranslations("frame");
  const [shownTheme, setTheme] = useState(theme);
  const [shownDensity, setDensity] = useState(density);

  function chooseTheme(next: Theme): void {
    setTheme(next);
    rememberPreference("theme", next);
    if (next === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
  }

  function chooseDensity(next: Density): void {
    setDensity(next);
    rememberPreference("density", next);
    document.documentElement.dataset.density = next;
  }

  return (
    <>
      <div className="menu-part">
        <span className="t12 mut">{t("theme.label")}</span>
        <Segmented
          label={t("theme.label")}
          name="theme"
          value={shownTheme}
          segments={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
          onChange={(event) => chooseTheme(event.target.value as Theme)}
        />
      </div>
      <div className="menu-part">
        <span className="t12 mut">{t("density.label")}</span>
        <Segmented
          label={t("density.label")}
          name="density"
          value={shownDensity}
          segments={densities.map((value) => ({ value, label: t(`density.${value}`) }))}
          onChange={(event) => chooseDensity(event.target.value as Density)}
        />
      </div>
    </>
  );
}
