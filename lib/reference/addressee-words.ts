import type { OrganisationKind } from "@/lib/generated/prisma/enums";

/**
 * The register's words for whom a kind of request may go to, each with the kind of organisation that it is one of. `any` is all of
 * them. A word divides its kind where several stand for one (registrar, not ISP).
 */
export const addresseeKinds = {
  bank: "bank",
  treasury: "bank",
  "payment-intermediary": "payment_intermediary",
  napas: "payment_intermediary",
  telecom: "telecom",
  isp: "isp_registrar",
  registrar: "isp_registrar",
  vnnic: "isp_registrar",
  platform: "platform",
  hosting: "platform",
  "e-commerce": "platform",
  "app-store": "platform",
  "crypto-exchange": "platform",
  police: "police",
  any: null,
} as const satisfies Record<string, OrganisationKind | null>;
export type AddresseeWord = keyof typeof addresseeKinds;
export const addresseeWords = Object.keys(addresseeKinds) as [AddresseeWord, ...AddresseeWord[]];

const isWord = (word: string): word is AddresseeWord => Object.hasOwn(addresseeKinds, word);

/** The kinds of organisation that the words of a register's row stand for; a word that is none stands for nobody. */
export function organisationKindsOf(words: readonly string[]): OrganisationKind[] {
  const known = words.filter(isWord);
  if (known.includes("any"))
    return [...new Set(Object.values(addresseeKinds))].filter((kind) => kind !== null);
  return [...new Set(known.map((word) => addresseeKinds[word]))].filter((kind) => kind !== null);
}
