import { defaultLanguage, isLanguage, type Language } from "./languages";

/** How a person likes the portal to look. Kept in cookies of this browser; none of it is personal. */
export const themes = ["auto", "light", "dark"] as const;
export const densities = ["comfortable", "compact"] as const;
export type Theme = (typeof themes)[number];
export type Density = (typeof densities)[number];
export type Preferences = { language: Language; theme: Theme; density: Density };

export const preferenceCookies = { language: "locale", theme: "theme", density: "density" } as const;

/** Reads preferences out of cookie values; an unknown or missing value falls back silently. */
export function readPreferences(cookie: (name: string) => string | undefined): Preferences {
  const language = cookie(preferenceCookies.language);
  const theme = cookie(preferenceCookies.theme);
  const density = cookie(preferenceCookies.density);
  return {
    language: isLanguage(language) ? language : defaultLanguage,
    theme: themes.find((known) => known === theme) ?? "auto",
    density: densities.find((known) => known === density) ?? "comfortable",
  };
}
