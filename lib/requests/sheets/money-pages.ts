import { countryName, foreignCountries } from "@/lib/reference/countries";
import { elsewherePlaces } from "@/lib/requests/kinds/elsewhere";
import { cashChannels, transferDirections } from "@/lib/requests/kinds/money-rows";
import { textOf } from "@/lib/sheets/cell";
import { type MoneySheet, moneySheets } from "./form";
import { instantOf, type MoneyRows, type NamesOrganisation } from "./judge";
import type { SheetPage } from "./pages";
import type { SheetError } from "./types";
import { channelLabel, codeOf, directionLabel, placeLabel } from "./words";

/** Where a column of a money sheet's row stands in the file. */
type PlaceOfCell = (column: string) => Omit<SheetError, "code">;
/** What the money sheets tell of one target; `places` say of each row where its columns stand, in the rows' order. */
export type ToldMoney = {
  rows: MoneyRows;
  places: Record<MoneySheet, PlaceOfCell[]>;
  errors: SheetError[];
};

/** The columns under which a row's values are typed. */
const columnOf: Readonly<Record<string, string>> = {
  toInstitutionId: "institution",
  toAccount: "account",
  toName: "name",
};
const columnElsewhere: Readonly<Record<string, string>> = { place: "elsewhere", name: "placeName" };

export const targetPlace = (code: string, position: string) => `${code.toUpperCase()}#${position}`;
export const nothingTold = (): ToldMoney => ({
  rows: { transfers: [], cashOuts: [] },
  places: { transfers: [], cashOuts: [] },
  errors: [],
});

/** The rows of the money sheets by the target they are about, as the schema takes them; what cannot be read is an error of that target. */
export function moneyByTarget(
  pages: readonly SheetPage[],
  organisationOf: NamesOrganisation,
): Map<string, ToldMoney> {
  const byTarget = new Map<string, ToldMoney>();
  for (const page of pages) {
    const sheet = moneySheets.find((each) => page.about === `money:${each}`);
    if (!sheet) continue;
    for (const { number, cells } of page.rows) {
      const text = (key: string) => textOf(cells[key] ?? null);
      const place = targetPlace(text("code"), text("position"));
      const where: PlaceOfCell = (key) => ({
        sheet: page.name,
        row: number,
        column: page.headings.get(key) ?? key,
      });
      const told = byTarget.get(place) ?? nothingTold();
      byTarget.set(place, told);
      const { row, wrong } = moneyRow(sheet, text, cells, organisationOf);
      told.rows[sheet].push(row);
      told.places[sheet].push(where);
      told.errors.push(...wrong.map(({ key, code }) => ({ ...where(key), code })));
    }
  }
  return byTarget;
}

/** The cell of a money sheet that the schema means by `transfers.0.at`; null for what stands on the target's own sheet. */
export function moneyCell({ places }: ToldMoney, path: string): Omit<SheetError, "code"> | null {
  const [sheet, index, name, part] = path.split(".");
  const where = moneySheets.some((each) => each === sheet)
    ? places[sheet as MoneySheet][Number(index)]
    : undefined;
  if (!where || !name) return null;
  return where(part ? (columnElsewhere[part] ?? part) : (columnOf[name] ?? name));
}

function moneyRow(
  sheet: MoneySheet,
  text: (key: string) => string,
  cells: SheetPage["rows"][number]["cells"],
  organisationOf: NamesOrganisation,
): { row: Record<string, unknown>; wrong: { key: string; code: string }[] } {
  const wrong: { key: string; code: string }[] = [];
  const said = (value: string) => (value === "" ? undefined : value);
  const isMissing = (key: string) => cells[key] === null || cells[key] === undefined;
  if (isMissing("amount")) wrong.push({ key: "amount", code: "required" });
  const common = {
    at: instantOf(cells.at ?? null, false),
    amount: cells.amount instanceof Date ? "" : (cells.amount ?? ""),
  };
  if (sheet === "cashOuts") {
    const channel = codeOf(text("channel"), cashChannels, channelLabel);
    if (!channel) wrong.push({ key: "channel", code: text("channel") === "" ? "required" : "sheet.option" });
    return { row: { ...common, channel, place: said(text("place")) }, wrong };
  }
  const typed = text("institution");
  const elsewhere = elsewhereOf(text, wrong);
  const institution = organisationOf(typed);
  if (!institution && typed !== "") wrong.push({ key: "institution", code: "sheet.organisation" });
  if (!institution && typed === "" && elsewhere === null)
    wrong.push({ key: "institution", code: "required" });
  if (typeof cells.account === "number") wrong.push({ key: "account", code: "sheet.asText" });
  const direction =
    text("direction") === "" ? undefined : codeOf(text("direction"), transferDirections, directionLabel);
  if (direction === null) wrong.push({ key: "direction", code: "sheet.option" });
  return {
    row: {
      ...common,
      ...(direction ? { direction } : {}),
      toInstitutionId: institution ?? undefined,
      ...(elsewhere ? { elsewhere } : {}),
      toAccount: text("account"),
      toName: said(text("name")),
      reference: said(text("reference")),
    },
    wrong,
  };
}

/** Where else it went, as the columns tell it; null where they tell nothing. */
function elsewhereOf(
  text: (key: string) => string,
  wrong: { key: string; code: string }[],
): Record<string, unknown> | null {
  const [typed, name, country, swift] = ["elsewhere", "placeName", "country", "swift"].map(text);
  if (!typed) {
    // A country or a SWIFT code alone says no place; a place is chosen, never guessed.
    if (name || country || swift) wrong.push({ key: "elsewhere", code: "required" });
    return name || country || swift ? {} : null;
  }
  const place = codeOf(typed, elsewherePlaces, placeLabel);
  if (!place) {
    wrong.push({ key: "elsewhere", code: "sheet.option" });
    return {};
  }
  if (place !== "abroad")
    for (const key of ["country", "swift"] as const)
      if (text(key) !== "") wrong.push({ key, code: "sheet.notOfPlace" });
  const code = country
    ? codeOf(country, foreignCountries, (language, each) => countryName(each, language))
    : "";
  if (country && !code && place === "abroad") wrong.push({ key: "country", code: "sheet.option" });
  return place === "abroad"
    ? { place, name: name ?? "", country: code ?? "", swift: swift ?? "" }
    : { place, name: name ?? "" };
}
