import { elsewherePlaces, type ElsewherePlace } from "@/lib/requests/kinds/elsewhere";
import { digitsOf, instantOf, said } from "./typed-answer";

/** A row of where money went, as it is typed. `toInstitutionId` is an institution of the list, or a place elsewhere (`placeChoice`). */
export type TransferRow = {
  at: string;
  toInstitutionId: string;
  toAccount: string;
  amount: string;
  elsewhere: { name: string; country: string; swift: string };
};
export const emptyTransfer: TransferRow = {
  at: "",
  toInstitutionId: "",
  toAccount: "",
  amount: "",
  elsewhere: { name: "", country: "", swift: "" },
};

/** A place elsewhere among the choices of institutions, which are ids. */
export const placeChoice = (place: ElsewherePlace): string => `elsewhere:${place}`;
export const placeIn = (choice: string | undefined): ElsewherePlace | null =>
  elsewherePlaces.find((place) => placeChoice(place) === choice) ?? null;

/** What was typed as the row that the schema reads; only what its place tells goes out. */
export function onwardOf({ at, amount, toInstitutionId, toAccount, elsewhere }: TransferRow) {
  const common = { at: instantOf(at) ?? "", amount: digitsOf(amount) };
  const place = placeIn(toInstitutionId);
  if (place === null) return { ...common, toInstitutionId, toAccount };
  const { name = "", country = "", swift = "" } = elsewhere ?? {};
  return {
    ...common,
    toAccount: place === "unknown_bank" ? toAccount : said(toAccount),
    elsewhere: place === "abroad" ? { place, name, country, swift } : { place, name },
  };
}
