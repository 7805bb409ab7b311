/** The languages of the screens. Vietnamese is the language of the work, so it is what a stranger gets. */
export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];
export const defaultLanguage: Language = "vi";

/** Every instant on every screen is told in this zone; the database keeps UTC. */
export const timeZone = "Asia/Ho_Chi_Minh";

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}
