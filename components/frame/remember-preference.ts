import { preferenceCookies, type Preferences } from "@/lib/i18n/preferences";

const oneYear = 365 * 24 * 60 * 60;

/** Keeps a choice of looks in this browser for a year. Nothing personal, so the page's own script may write it. */
export function rememberPreference<Name extends keyof Preferences>(
  name: Name,
  value: Preferences[Name],
): void {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${preferenceCookies[name]}=${value}; Path=/; Max-Age=${oneYear}; SameSite=Lax${secure}`;
}
