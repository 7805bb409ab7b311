import pg from "pg";
import { tsImport } from "tsx/esm/api";

/** Prints the people of the demo as a table: sign-in, name, title, organisation, as the seed wrote them. */
export async function printSignIns(ownerUrl) {
  const { demoPeople } = await tsImport("../prisma/seed/people.ts", import.meta.url);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "setup" });
  await client.connect();
  const { rows } = await client.query({
    text: `select p.email, p.full_name, coalesce(m.title, array_to_string(m.roles, ', ')), o.name
             from person p join membership m on m.user_id = p.id join organisation o on o.id = m.organisation_id
            where p.email = any($1) and m.valid_to is null
            order by array_position($1, p.email), m.valid_from`,
    values: [demoPeople.map(({ email }) => email)],
    rowMode: "array",
  });
  await client.end();
  process.stdout.write(`\n${table(rows)}\n\n`);
}

function table(rows) {
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column].length)));
  const line = (row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  return rows.map(line).join("\n");
}
