import { canonical } from "@/lib/audit/once";
import { kindOf } from "@/lib/requests/kinds";
import { cashChannels, transferDirections } from "@/lib/requests/kinds/money-rows";
import { textOf } from "@/lib/sheets/cell";
import { moneySheets, type MoneySheet } from "./form";
import { instantOf, judge, type MoneyRows, type NamesOrganisation } from "./judge";
import type { SheetPage } from "./pages";
import type { SheetError, SheetPreview, SheetRow } from "./types";
import { channelLabel, codeOf, directionLabel } from "./words";

/** A target of this desk as it stands now; `answer` is what was answered before, if anything. */
export type KnownItem = {
  itemId: string;
  requestId: string;
  code: string;
  kindCode: string;
  position: number;
  target: string;
  version: number;
  isOpen: boolean;
  answer: unknown;
};

/** What each row of the file would do: nothing is sent by looking. Pure; `known` are the targets that the reader may answer. */
export function previewOf(
  pages: readonly SheetPage[],
  known: ReadonlyMap<string, KnownItem>,
  organisationOf: NamesOrganisation,
  now: Date,
): SheetPreview {
  const money = moneyByTarget(pages, organisationOf);
  const rows: SheetRow[] = [];
  for (const page of pages.filter(({ about }) => about.startsWith("kind:")))
    for (const { number, cells } of page.rows) {
      const itemId = textOf(cells.itemId ?? null);
      const item = known.get(itemId);
      const place = placeOf(textOf(cells.code ?? null), textOf(cells.position ?? null));
      const own = money.byTarget.get(place) ?? { transfers: [], cashOuts: [] };
      money.used.add(place);
      const base = {
        sheet: page.name,
        row: number,
        itemId: item?.itemId ?? null,
        itemVersion: item?.version ?? 0,
        requestId: item?.requestId ?? null,
        code: item?.code ?? textOf(cells.code ?? null),
        position: item?.position ?? null,
        target: item?.target ?? textOf(cells.target ?? null),
        outcome: null,
        amount: null,
        answer: null,
        errors: [] as SheetError[],
      };
      if (!item || `kind:${item.kindCode}` !== page.about) {
        rows.push({ ...base, itemId: null, state: "gone" });
        continue;
      }
      const judged = judge(kindOf(item.kindCode), cells, own, organisationOf, now);
      const wrongMoney = money.errors.get(place) ?? [];
      if (judged.state === "blank" && wrongMoney.length === 0) rows.push({ ...base, state: "blank" });
      else if (judged.state === "ready" && wrongMoney.length === 0) {
        const amount = judged.answer.amount;
        rows.push({
          ...base,
          outcome: judged.outcome,
          amount: typeof amount === "string" ? amount : null,
          answer: judged.answer,
          state:
            canonical(item.answer) === canonical(judged.answer) ? "same" : item.isOpen ? "ready" : "gone",
        });
      } else
        rows.push({
          ...base,
          state: "wrong",
          errors: [
            ...wrongMoney,
            ...(judged.state === "wrong" ? judged.errors : []).map(({ key, code }) => ({
              sheet: page.name,
              row: number,
              column: page.headings.get(key.split(".")[0] ?? key) ?? key,
              code,
            })),
          ],
        });
    }
  const strays = [...money.byTarget.keys(), ...money.errors.keys()].filter((place) => !money.used.has(place));
  return {
    rows,
    errors: [...new Set(strays)]
      .flatMap((place) => money.places.get(place) ?? [])
      .map((where) => ({ ...where, code: "sheet.noTarget" })),
  };
}

const placeOf = (code: string, position: string) => `${code.toUpperCase()}#${position}`;

/** The rows of the money sheets by the target they are about, as the schema takes them; what cannot be read is an error of that target. */
function moneyByTarget(pages: readonly SheetPage[], organisationOf: NamesOrganisation) {
  const byTarget = new Map<string, MoneyRows>();
  const errors = new Map<string, SheetError[]>();
  const places = new Map<string, Omit<SheetError, "code">[]>();
  for (const page of pages) {
    const sheet = moneySheets.find((each) => page.about === `money:${each}`);
    if (!sheet) continue;
    for (const { number, cells } of page.rows) {
      const text = (key: string) => textOf(cells[key] ?? null);
      const place = placeOf(text("code"), text("position"));
      const where = (key: string) => ({
        sheet: page.name,
        row: number,
        column: page.headings.get(key) ?? key,
      });
      places.set(place, [...(places.get(place) ?? []), where("code")]);
      const { row, wrong } = moneyRow(sheet, text, cells, organisationOf);
      if (wrong.length > 0)
        errors.set(place, [
          ...(errors.get(place) ?? []),
          ...wrong.map(({ key, code }) => ({ ...where(key), code })),
        ]);
      const own = byTarget.get(place) ?? { transfers: [], cashOuts: [] };
      own[sheet].push(row);
      byTarget.set(place, own);
    }
  }
  return { byTarget, errors, places, used: new Set<string>() };
}

function moneyRow(
  sheet: MoneySheet,
  text: (key: string) => string,
  cells: SheetPage["rows"][number]["cells"],
  organisationOf: NamesOrganisation,
): { row: Record<string, unknown>; wrong: { key: string; code: string }[] } {
  const wrong: { key: string; code: string }[] = [];
  const said = (value: string) => (value === "" ? undefined : value);
  const common = {
    at: instantOf(cells.at ?? null, false),
    amount: cells.amount instanceof Date ? "" : (cells.amount ?? ""),
  };
  if (sheet === "cashOuts") {
    const channel = codeOf(text("channel"), cashChannels, channelLabel);
    if (!channel) wrong.push({ key: "channel", code: text("channel") === "" ? "required" : "sheet.option" });
    return { row: { ...common, channel, place: said(text("place")) }, wrong };
  }
  const institution = organisationOf(text("institution"));
  if (!institution)
    wrong.push({ key: "institution", code: text("institution") === "" ? "required" : "sheet.organisation" });
  if (typeof cells.account === "number") wrong.push({ key: "account", code: "sheet.asText" });
  const direction =
    text("direction") === "" ? undefined : codeOf(text("direction"), transferDirections, directionLabel);
  if (direction === null) wrong.push({ key: "direction", code: "sheet.option" });
  return {
    row: {
      ...common,
      ...(direction ? { direction } : {}),
      toInstitutionId: institution ?? undefined,
      toAccount: text("account"),
      toName: said(text("name")),
      reference: said(text("reference")),
    },
    wrong,
  };
}
