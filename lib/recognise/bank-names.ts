import reference from "@/prisma/data/banks.json";
import { foldVietnamese } from "@/lib/targets/normalise-text";
import { core, short, spoken } from "./bank-spellings";
import { PhraseBook } from "./phrases";

/**
 * How sure a name is. `plain`: nothing else is called so. `core`: everyday words ("quoc te", "sai gon") that name a bank only after
 * "ngân hàng". `short`: two letters or a word ("vp", "tech") believed only right beside a number or after "ngân hàng".
 */
export interface BankName {
  readonly id: string;
  readonly sureness: "plain" | "core" | "short";
  readonly isWallet: boolean;
}

const listed = (text: string) => text.split("|").map((name) => name.trim());
/** "Ngân hàng TMCP Công Thương Việt Nam" is called "công thương". */
const legalForm = /^(?:ngan hang|nh)\s+(?:(?:thuong mai|tmcp|tnhh|mtv|tm|cp|co phan|lien doanh|so)\s+)*/;

function* names(): Generator<[string, BankName]> {
  const wallets = new Set(reference.paymentIntermediaries.map(({ id }) => id));
  const name = (id: string, sureness: BankName["sureness"]): BankName => ({
    id,
    sureness,
    isWallet: wallets.has(id),
  });
  const rows = [...reference.banks, ...reference.paymentIntermediaries];
  for (const [id, text] of Object.entries(short))
    for (const spelling of listed(text)) yield [spelling, name(id, "short")];
  for (const [id, text] of Object.entries(core))
    for (const spelling of listed(text)) {
      yield [spelling, name(id, "core")];
      yield [`${spelling} viet nam`, name(id, "core")];
      yield [`${spelling} vn`, name(id, "core")];
    }
  for (const [id, text] of Object.entries(spoken))
    for (const spelling of listed(text)) yield [spelling, name(id, "plain")];
  for (const { id, shortName, nameVi, nameEn, aliases, formerNames, napasBin } of rows) {
    for (const official of [shortName, ...aliases, ...formerNames, nameEn].map(foldVietnamese)) {
      yield [official, name(id, "plain")]; // whole, or "Ngân hàng TMCP Sài Gòn" would stop before "Thương Tín"
      if (official.length > 2) yield [official.replace(legalForm, ""), name(id, "plain")];
      if (official.endsWith(" vietnam")) yield [official.replace(/ vietnam$/, ""), name(id, "plain")];
    }
    const folded = foldVietnamese(nameVi);
    yield [folded, name(id, "plain")];
    if (legalForm.test(folded)) yield [folded.replace(legalForm, ""), name(id, "core")];
    if (napasBin !== null && napasBin !== undefined) yield [napasBin, name(id, "plain")];
  }
}

export const bankBook = new PhraseBook<BankName>(names());

const binOf = new Map(
  [...reference.banks, ...reference.paymentIntermediaries].flatMap(({ id, napasBin }) =>
    typeof napasBin === "string" ? [[napasBin, id] as const] : [],
  ),
);
const walletIds = new Set(reference.paymentIntermediaries.map(({ id }) => id));

/** The bank or wallet of a six-digit identification number (NAPAS BIN), as in VietQR and on domestic cards. */
export const bankOfBin = (bin: string): string | null => binOf.get(bin) ?? null;
export const isWalletIssuer = (id: string | null): boolean => id !== null && walletIds.has(id);

/** Lengths that a bank's numbers usually have; a hint, for most banks also sell chosen numbers. */
export function hasUsualLength(bank: string, digits: string): boolean {
  const lengths = (reference.meta.accountNumberRules.typicalLengths as Record<string, unknown>)[bank];
  return Array.isArray(lengths) && lengths.includes(digits.length);
}
