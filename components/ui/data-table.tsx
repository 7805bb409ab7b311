"use client";

import {
  createColumnHelper,
  tableFeatures,
  useTable,
  type ColumnDef,
  type RowData,
} from "@tanstack/react-table";
import { ArrowDown } from "@/components/icons/arrow-down";
import { ArrowUp } from "@/components/icons/arrow-up";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { useMemo, useRef, type MouseEvent, type ReactNode } from "react";
import { classNames } from "./class-names";
import { useRowKeys } from "./row-keys";
import { SelectAll, SelectOne, type Selection } from "./row-selection";
import { useInBrowser } from "./use-in-browser";

/** What a column says beyond its cells: alignment, width class, its place in the card a row becomes on a phone. */
export type ColumnLook = {
  align?: "right";
  /** This cell names the row for a screen reader. */
  isRowHeader?: boolean;
  className?: string;
  /** Up to one of each of lead, aside, title, figure; `line` takes the whole width; default `line`. */
  phone?: "lead" | "aside" | "title" | "figure" | "line" | "hide";
  /** Address of the list sorted by this column, and how it is sorted now. */
  sort?: { href: string; now?: "ascending" | "descending" };
};

/**
 * So many rows stand in the page itself, a screen full on most machines; the browser builds the others from the same data as
 * soon as the script runs. Writing all fifty twice, as data and as elements, was half the server's work for a list.
 */
const firstRows = 12;

const features = tableFeatures({ columnMeta: {} as ColumnLook });
// A column's value type differs from column to column; only the helper knows each.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type DataTableColumn<Row extends RowData> = ColumnDef<typeof features, Row, any>;

/** Typed columns for one kind of row: `const column = columnsOf<RequestRow>()`, then `column.accessor("dueAt", …)`. */
export function columnsOf<Row extends RowData>() {
  return createColumnHelper<typeof features, Row>();
}

/**
 * One page of a list. The server filters, sorts and pages. `j`/`k` move from row link to row link, Enter opens it,
 * a press anywhere in the row does the same. Keep `columns` outside the component or in a memo.
 */
export function DataTable<Row extends RowData>({
  caption,
  columns,
  rows,
  rowId,
  rowMark,
  selectedId,
  selection,
  empty,
  keys = true,
  twoLines = false,
  className,
}: {
  /** Names the table for a screen reader: what it lists and in which order. */
  caption: string;
  columns: readonly DataTableColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  rowMark?: (row: Row) => "late" | "soon" | "held" | "done" | undefined;
  /** The row that is open beside the list. */
  selectedId?: string;
  selection?: Selection<Row>;
  empty?: ReactNode;
  keys?: boolean;
  twoLines?: boolean;
  className?: string;
}) {
  const body = useRef<HTMLTableSectionElement>(null);
  const lastTicked = useRef<string | null>(null);
  const order = useMemo(() => (selection ? rows.map(rowId) : []), [selection, rows, rowId]);
  const t = useTranslations("ui.table");
  const whole = useInBrowser() || rows.length <= firstRows;
  const data = useMemo(() => (whole ? [...rows] : rows.slice(0, firstRows)), [rows, whole]);
  const table = useTable({
    features,
    columns: useMemo(() => [...columns], [columns]),
    data,
    getRowId: rowId,
  });
  useRowKeys(body, keys);
  if (rows.length === 0 && empty) return empty;

  return (
    <table
      className={classNames(
        "table table-cards",
        twoLines && "table-two",
        selection && "table-select",
        className,
      )}
    >
      <caption className="vh">{caption}</caption>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {selection ? <SelectAll rows={rows} rowId={rowId} selection={selection} /> : null}
            {group.headers.map((header) => {
              const look = header.column.columnDef.meta;
              const words = header.isPlaceholder ? null : <table.FlexRender header={header} />;
              return (
                <th
                  key={header.id}
                  scope="col"
                  className={classNames(look?.align && "r", look?.className)}
                  aria-sort={look?.sort?.now}
                >
                  {look?.sort ? <SortLink sort={look.sort}>{words}</SortLink> : words}
                </th>
              );
            })}
          </tr>
        ))}
      </thead>
      <tbody ref={body}>
        {table.getRowModel().rows.map((row) => {
          const mark = rowMark?.(row.original);
          return (
            <tr
              key={row.id}
              className={mark && `is-${mark}`}
              aria-selected={selectedId === undefined ? undefined : row.id === selectedId}
              onClick={openRow}
            >
              {selection ? (
                <SelectOne
                  id={row.id}
                  name={selection.nameOf(row.original)}
                  selection={selection}
                  order={order}
                  lastRef={lastTicked}
                />
              ) : null}
              {row.getAllCells().map((cell) => {
                const look = cell.column.columnDef.meta;
                const Cell = look?.isRowHeader ? "th" : "td";
                return (
                  <Cell
                    key={cell.id}
                    scope={look?.isRowHeader ? "row" : undefined}
                    data-phone={look?.phone ?? "line"}
                    className={classNames(look?.align && "r", look?.className)}
                  >
                    <table.FlexRender cell={cell} />
                  </Cell>
                );
              })}
            </tr>
          );
        })}
        {whole ? null : (
          <tr>
            <td colSpan={columns.length + (selection ? 1 : 0)} className="dim">
              {t("coming", { count: rows.length - firstRows })}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** The link that opens its row; put one in each row. */
export function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="row-link" data-row-link="" scroll={false}>
      {children}
    </Link>
  );
}

/** A press beside the link means the link, unless it hit another control or marked some text. */
function openRow(event: MouseEvent<HTMLTableRowElement>): void {
  if (
    event.target instanceof Element &&
    event.target.closest("a, button, input, label, select, textarea, [popover]")
  )
    return;
  if (window.getSelection()?.toString()) return;
  event.currentTarget.querySelector<HTMLElement>("[data-row-link]")?.click();
}

function SortLink({ sort, children }: { sort: NonNullable<ColumnLook["sort"]>; children: ReactNode }) {
  const Arrow = sort.now === "descending" ? ArrowDown : ArrowUp;
  return (
    <Link className="sort" href={sort.href} data-active={sort.now ? "" : undefined} scroll={false}>
      {children}
      {sort.now ? <Arrow className="i i-14" aria-hidden /> : null}
    </Link>
  );
}
