"use client";

import { useTranslations } from "next-intl";
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

/** The box of one row. */
export function SelectOne<Row>({
  id,
  name,
  selection,
}: {
  id: string;
  name: string;
  selection: Selection<Row>;
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
          if (event.target.checked) next.add(id);
          else next.delete(id);
          selection.onChange(next);
        }}
      />
    </td>
  );
}
