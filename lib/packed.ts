/**
 * Rows on their way from a page to its client components as one text, their names said once. React writes and reads a text in one
 * go, but walks a list of fifty rows value by value, once to send them and once more to show them.
 */
export type Packed<Row> = string & { readonly of?: Row };

/** Rows of anything that JSON keeps as it is: no dates, no bigints; undefined becomes null. */
export function pack<Row extends object>(rows: readonly Row[]): Packed<Row> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))] as (keyof Row)[];
  return JSON.stringify([names, ...rows.map((row) => names.map((name) => row[name]))]);
}

export function unpack<Row extends object>(text: Packed<Row>): Row[] {
  const [names = [], ...rows] = JSON.parse(text) as [string[], ...unknown[][]];
  return rows.map((values) => Object.fromEntries(names.map((name, index) => [name, values[index]])) as Row);
}
