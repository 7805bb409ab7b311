import { tsImport } from "tsx/esm/api";

/** Pads by what a terminal shows: letters with combining marks take one column. */
function pad(text, width) {
  const shown = [...new Intl.Segmenter("vi").segment(text)].length;
  return text + " ".repeat(Math.max(0, width - shown));
}

/** Prints the people of the demo as a table: sign-in, name, role, organisation. */
export async function printSignIns() {
  const { people } = await tsImport("../prisma/seed/people.ts", import.meta.url);
  const rows = people.map(({ email, name, role, organisation }) => [email, name, role, organisation]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => [...row[column]].length)));
  const table = rows.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column]))
      .join("  ")
      .trimEnd(),
  );
  process.stdout.write(`\n${table.join("\n")}\n\n`);
}
