import { type Language, languages } from "@/lib/i18n/languages";
import { wordsOutside } from "@/lib/i18n/words-outside";
import { foldVietnamese } from "@/lib/targets/normalise-text";

/**
 * The words of a sheet in one language.
 * words: sheets.* outcomes.* kinds.* answers.fields.* answers.options.* answers.channels.* answers.elsewhere.places.* targets.kinds.* requests.status.*
 * requests.urgency.* requests.grounds.* requests.views.* suspicion.chip.*
 */
export const sheetWords = (language: Language) => wordsOutside(null, language);

export const outcomeLabel = (language: Language, code: string) => sheetWords(language)(`outcomes.${code}`);
export const fieldLabel = (language: Language, key: string) => sheetWords(language)(`answers.fields.${key}`);
export const optionLabel = (language: Language, key: string, option: string) =>
  sheetWords(language)(`answers.options.${key}.${option}`);
export const channelLabel = (language: Language, code: string) =>
  sheetWords(language)(`answers.channels.${code}`);
export const placeLabel = (language: Language, code: string) =>
  sheetWords(language)(`answers.elsewhere.places.${code}`);
export const directionLabel = (language: Language, code: string) =>
  sheetWords(language)(`sheets.direction.${code}`);

const plain = (text: string) => foldVietnamese(text).replace(/\s+/g, " ").trim();

/** The code behind what a cell says: the code itself, or its label in either language, whatever its case and accents. */
export function codeOf<Code extends string>(
  typed: string,
  codes: readonly Code[],
  labelOf: (language: Language, code: Code) => string,
): Code | null {
  const wanted = plain(typed);
  return (
    codes.find(
      (code) =>
        plain(code) === wanted || languages.some((language) => plain(labelOf(language, code)) === wanted),
    ) ?? null
  );
}
