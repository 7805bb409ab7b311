import { canonical } from "@/lib/audit/once";
import type { Language } from "@/lib/i18n/languages";
import { kindOf } from "@/lib/requests/kinds";
import { textOf } from "@/lib/sheets/cell";
import { judge, type NamesOrganisation } from "./judge";
import { displaced } from "./displaced";
import { moneyByTarget, moneyCell, nothingTold, targetPlace, type ToldMoney } from "./money-pages";
import type { SheetPage } from "./pages";
import type { GoneReason, SheetError, SheetPreview, SheetRow } from "./types";
import { fieldLabel } from "./words";

/** A target that this desk may read, as it stands now; `answer` is what was answered before, if anything. Amounts VND. */
export type KnownItem = {
  itemId: string;
  requestId: string;
  code: string;
  kindCode: string;
  position: number;
  target: string;
  version: number;
  /** Why nothing more is answered here, for what is not answered yet; null while an answer is waited for. */
  closed: GoneReason | null;
  disputed: bigint | null;
  /** The order's ground for holding more than is disputed. */
  overGround: string | null;
  answer: unknown;
  answeredAt: Date | null;
};

/** What each row of the file would do: nothing is sent by looking. Pure; columns that the file has lost are named in `language`. */
export function previewOf(
  pages: readonly SheetPage[],
  known: ReadonlyMap<string, KnownItem>,
  organisationOf: NamesOrganisation,
  now: Date,
  language: Language,
): Omit<SheetPreview, "institutions" | "beside"> {
  const money = moneyByTarget(pages, organisationOf);
  const used = new Set<string>();
  const rows: SheetRow[] = [];
  for (const page of pages.filter(({ about }) => about.startsWith("kind:")))
    for (const { number, cells } of page.rows) {
      const item = known.get(textOf(cells.itemId ?? null));
      const place = targetPlace(textOf(cells.code ?? null), textOf(cells.position ?? null));
      used.add(place);
      const base: SheetRow = {
        sheet: page.name,
        row: number,
        state: "blank",
        reason: null,
        kindCode: item?.kindCode ?? null,
        answeredAt: null,
        itemId: item?.itemId ?? null,
        itemVersion: item?.version ?? 0,
        requestId: item?.requestId ?? null,
        code: item?.code ?? textOf(cells.code ?? null),
        position: item?.position ?? null,
        target: item?.target ?? textOf(cells.target ?? null),
        outcome: null,
        amount: null,
        answer: null,
        errors: [],
      };
      rows.push(
        item && `kind:${item.kindCode}` === page.about
          ? judged(base, page, cells, item, money.get(place) ?? nothingTold())
          : { ...base, itemId: null, state: "gone", reason: "unknown" },
      );
    }
  const strays = [...money].filter(([place]) => !used.has(place));
  return {
    rows,
    errors: strays.flatMap(([, { places }]) =>
      [...places.transfers, ...places.cashOuts].map((where) => ({
        ...where("code"),
        code: "sheet.noTarget",
      })),
    ),
  };

  function judged(
    base: SheetRow,
    page: SheetPage,
    cells: SheetPage["rows"][number]["cells"],
    item: KnownItem,
    told: ToldMoney,
  ): SheetRow {
    const read = judge(kindOf(item.kindCode), cells, told.rows, organisationOf, now);
    if (read.state === "blank" && told.errors.length === 0) return base;
    const here = (key: string) => ({
      sheet: page.name,
      row: base.row,
      column: page.headings.get(key) ?? fieldLabel(language, key),
    });
    // Of a request that is over nothing is mended any more.
    if (item.answeredAt === null && item.closed !== null)
      return { ...base, state: "gone", reason: item.closed };
    const amount =
      read.state === "ready" && typeof read.answer.amount === "string" ? read.answer.amount : null;
    const isOver =
      amount !== null && item.disputed !== null && item.overGround === null && BigInt(amount) > item.disputed;
    const errors = unique([
      ...displaced(kindOf(item.kindCode), cells, item).map((key) => ({ ...here(key), code: "sheet.fixed" })),
      ...told.errors,
      ...(read.state === "wrong" ? read.errors : []).map(({ key, code }) => ({
        ...(moneyCell(told, key) ?? here(key)),
        code,
      })),
      ...(isOver ? [{ ...here("amount"), code: "money.overDisputed" }] : []),
    ]);
    if (read.state !== "ready" || errors.length > 0)
      // Whatever is wrong with it, the answer that stands is not changed by a file.
      return item.answeredAt === null
        ? { ...base, state: "wrong", errors }
        : { ...base, state: "gone", reason: "answered" };
    const row = { ...base, outcome: read.outcome, amount, answer: read.answer };
    if (item.answeredAt === null) return { ...row, state: "ready" };
    return canonical(item.answer) === canonical(read.answer)
      ? { ...row, state: "same", answeredAt: item.answeredAt.toISOString() }
      : { ...row, state: "gone", reason: "answered" };
  }
}

/** A cell is found fault with once, by the better word that came first. */
const unique = (errors: readonly SheetError[]): SheetError[] =>
  [
    ...new Map(
      [...errors].reverse().map((error) => [`${error.sheet}\u0000${error.row}\u0000${error.column}`, error]),
    ).values(),
  ].reverse();
