/** What makes a spreadsheet read a cell as a formula, also in the full-width signs that Excel folds. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text cell as it may leave the portal: one that a spreadsheet would run as a formula begins with an apostrophe (OWASP, CSV injection). */
export const neutralise = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell);
