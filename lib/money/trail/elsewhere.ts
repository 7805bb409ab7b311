import { foldVietnamese } from "@/lib/targets/normalise-text";
import type { ElsewherePlace } from "@/lib/requests/kinds/elsewhere";
import type { Place } from "./accounts";

/** Places of the trail that no institution of the register keeps; a bank that nobody named keeps an ordinary account. */
export const outsidePlaces = ["abroad", "crypto", "merchant"] as const satisfies readonly ElsewherePlace[];
export type OutsidePlace = (typeof outsidePlaces)[number];
/** `account`: its number or address there, where it was told. `country` two letters of ISO 3166-1. */
export type Outside = {
  place: OutsidePlace;
  name: string | null;
  country: string | null;
  swift: string | null;
  account: string | null;
};
type Told = {
  elsewhere: string | null;
  elsewhereName: string | null;
  elsewhereCountry: string | null;
  elsewhereSwift: string | null;
};

/** What a transfer says of its side elsewhere; null where that is an account as every other. */
export function outsideOf(told: Told, account: string): Outside | null {
  const place = outsidePlaces.find((each) => each === told.elsewhere);
  return place
    ? {
        place,
        name: told.elsewhereName,
        country: told.elsewhereCountry,
        swift: told.elsewhereSwift,
        account: account || null,
      }
    : null;
}

/**
 * The place as an account of the trail: one number is one account there, and where none was told everything paid to one name is. No account
 * of the register is ever called so.
 */
export function placeOutside({ place, name, country, account }: Outside): Place {
  const which = account ?? `=${foldVietnamese(name ?? "").replace(/[^a-z0-9]+/g, "_")}`;
  return { institutionId: null, value: `${place}|${country ?? ""}|${which}` };
}

/** `DBS Bank, SG`: as the trail writes an institution. */
export const outsideName = ({ name, country }: Outside): string | null =>
  [name, country].filter(Boolean).join(", ") || null;
