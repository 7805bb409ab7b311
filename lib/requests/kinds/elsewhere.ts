import type { Language } from "@/lib/i18n/languages";
import { countryName } from "@/lib/reference/countries";

/**
 * Where money goes that no bank or wallet of the register keeps: a bank abroad, an exchange or a crypto wallet, a merchant paid by card or
 * at a terminal, a bank that nobody could name. What is taken out in cash is a withdrawal and has rows of its own.
 */
export const elsewherePlaces = ["abroad", "crypto", "merchant", "unknown_bank"] as const;
export type ElsewherePlace = (typeof elsewherePlaces)[number];
/** Places that say nothing without their name. */
export const namedPlaces = ["abroad", "merchant"] as const satisfies readonly ElsewherePlace[];
/** `name`: the bank abroad, the exchange, the merchant, or the bank as somebody wrote it. `country` ISO 3166-1, `swift` ISO 9362. */
export type Elsewhere = { place: ElsewherePlace; name?: string; country?: string; swift?: string };

const said = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

/** The place as JSON keeps it, or null. */
export function elsewhereIn(value: unknown): Elsewhere | null {
  if (typeof value !== "object" || value === null) return null;
  const { place, name, country, swift } = value as Record<string, unknown>;
  const known = elsewherePlaces.find((each) => each === place);
  return known ? { place: known, name: said(name), country: said(country), swift: said(swift) } : null;
}

/** `Nước ngoài: DBS Bank, Singapore (DBSSSGSG)`. `say` gives the words under answers.elsewhere.places. */
export function elsewhereText(
  { place, name, country, swift: code }: Elsewhere,
  say: (place: ElsewherePlace) => string,
  language: Language,
): string {
  const where = [name, country && countryName(country, language)].filter(Boolean).join(", ");
  return `${say(place)}${where ? `: ${where}` : ""}${code ? ` (${code})` : ""}`;
}
