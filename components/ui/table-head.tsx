/** The name of a column; a column of figures stands to the right. */
export type TableColumn = string | { figure: string };

/** One line of column names. */
export function TableHead({ columns }: { columns: readonly TableColumn[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) =>
          typeof column === "string" ? (
            <th key={column} scope="col">
              {column}
            </th>
          ) : (
            <th key={column.figure} scope="col" className="r">
              {column.figure}
            </th>
          ),
        )}
      </tr>
    </thead>
  );
}
