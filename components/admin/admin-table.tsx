"use client";

import { useMemo, type ReactNode } from "react";
import { columnsOf, DataTable, type ColumnLook } from "@/components/ui/data-table";

export type AdminHead = Pick<ColumnLook, "align" | "phone" | "className" | "isRowHeader"> & { name: string };
export type AdminRow = { id: string; cells: ReactNode[] };

const column = columnsOf<AdminRow>();

/** A register's list: cells are made on the server, keys and phone cards, where each line says its column's name, come from the common table. */
export function AdminTable({
  caption,
  heads,
  rows,
  empty,
}: {
  caption: string;
  heads: readonly AdminHead[];
  rows: readonly AdminRow[];
  empty?: ReactNode;
}) {
  const columns = useMemo(
    () =>
      column.columns(
        heads.map(({ name, ...look }, index) =>
          column.display({
            id: String(index),
            header: name,
            cell: ({ row }) => <Named name={look.phone ? "" : name}>{row.original.cells[index]}</Named>,
            meta: look,
          }),
        ),
      ),
    [heads],
  );
  if (rows.length === 0 && empty) return empty;
  return (
    <div className="card clip">
      <DataTable caption={caption} columns={columns} rows={rows} rowId={({ id }) => id} twoLines />
    </div>
  );
}

/** What has no place of its own in a phone's card says what it is; a table says it in its head. */
function Named({ name, children }: { name: string; children: ReactNode }) {
  const isEmpty = children === null || children === undefined || children === false || children === "";
  if (!name || isEmpty) return children;
  return (
    <>
      <span className="cell-name" data-name={name} />
      {children}
    </>
  );
}
