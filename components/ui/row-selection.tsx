"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { Checkbox } from "./checkbox";

/** Which rows are ticked, by id; `nameOf` is what a screen reader calls a row. */
export type Selection<Row> = {
  ids: ReadonlySet<string>;
  onChange: (ids: Set<string>) => void;
  nameOf: (row: Row) => string;
};

/** The box in the head: all rows of this page, or none. */
export function SelectAll<Row>({
  rows,
  rowId,
  selection,
}: {
  rows: readonly Row[];
  rowId: (row: Row) => string;
  selection: Selection<Row>;
}) {
  const t = useTranslations("ui.table");
  const ids = rows.map(rowId);
  const chosen = ids.filter((id) => selection.ids.has(id)).length;
  return (
    <th scope="col" className="w-10">
      <Checkbox
        label={t("selectAll")}
        labelHidden
        checked={ids.length > 0 && chosen === ids.length}
        indeterminate={chosen > 0 && chosen < ids.length}
        onChange={(event) => selection.onChange(new Set(event.target.checked ? ids : []))}
      />
    </th>
  );
}

/** The rows from the one that was ticked before to this one, in the order of the list; this one alone without one before. */
export function rangeOf(order: readonly string[], from: string | null, to: string): string[] {
  const [start, end] = [order.indexOf(from ?? to), order.indexOf(to)];
  if (start < 0 || end < 0) return [to];
  return order.slice(Math.min(start, end), Math.max(start, end) + 1);
}

/** The box of one row; with Shift it ticks, or clears, all rows since the one before. `lastRef` keeps which that was. */
export function SelectOne<Row>({
  id,
  name,
  selection,
  order,
  lastRef,
}: {
  id: string;
  name: string;
  selection: Selection<Row>;
  order: readonly string[];
  lastRef: RefObject<string | null>;
}) {
  const t = useTranslations("ui.table");
  return (
    <td className="w-10" data-phone="select">
      <Checkbox
        label={t("selectOne", { name })}
        labelHidden
        checked={selection.ids.has(id)}
        onChange={(event) => {
          const next = new Set(selection.ids);
          const isRange = event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey;
          for (const each of rangeOf(order, isRange ? lastRef.current : null, id))
            if (event.target.checked) next.add(each);
            else next.delete(each);
          lastRef.current = id;
          selection.onChange(next);
        }}
      />
    </td>
  );
}
