import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { TableHead } from "@/components/ui/table-head";

/** A column of figures: its heading and what stands under it. */
export type FigureColumn<Row> = readonly [heading: string, cell: (row: Row) => ReactNode];

/** What each row is named, then its figures. `lookOf` says what a row is besides: late, or the sum of the others. */
export function FigureTable<Row>({
  title,
  heading,
  rows,
  keyOf,
  nameOf,
  lookOf,
  columns,
}: {
  title: string;
  heading: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  nameOf: (row: Row) => ReactNode;
  lookOf?: (row: Row) => { isLate: boolean; isTotal: boolean };
  columns: readonly FigureColumn<Row>[];
}) {
  return (
    <Card title={title} flush>
      <div className="scroll-x" tabIndex={0}>
        <table className="table">
          <TableHead columns={[heading, ...columns.map(([name]) => ({ figure: name }))]} />
          <tbody>
            {rows.map((row) => {
              const look = lookOf?.(row);
              return (
                <tr key={keyOf(row)} className={look?.isLate ? "is-late" : undefined}>
                  <th scope="row" className={look?.isTotal ? "mut" : "fw5"}>
                    {nameOf(row)}
                  </th>
                  {columns.map(([name, cell]) => (
                    <td key={name} data-name={name} className="r num">
                      {cell(row)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
