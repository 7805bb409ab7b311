import { createHash } from "node:crypto";
import pg from "pg";

/** A row as the table sees it: column name to value. Dates and JSON go as they are, amounts as bigint. */
export type Row = Record<string, unknown>;

/**
 * Runs `work` in one transaction as the owner of the tables. Their row-level security is forced, so it binds an owner
 * who is no superuser too: for such an owner it is lifted inside the transaction and forced again before the commit.
 * Nobody else can see the gap, because the change of the table and its locks end with the transaction.
 */
export async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin");
    const forced = (await passesBySecurity(client)) ? [] : await forcedTables(client);
    for (const table of forced) await client.query(`alter table ${table} no force row level security`);
    const result = await work(client);
    for (const table of forced) await client.query(`alter table ${table} force row level security`);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function passesBySecurity(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ passes: boolean }>(
    "select rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user",
  );
  return rows[0]?.passes ?? false;
}

async function forcedTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relforcerowsecurity",
  );
  return rows.map(({ name }) => name);
}

export type OnConflict = { on: string; update: boolean };

/**
 * Inserts rows that share their columns, in order and in batches; PostgreSQL converts each value by the table's own types.
 * Columns that are not given take their default. Returns how many rows were written.
 */
export async function insertRows(
  client: pg.Client,
  table: string,
  rows: readonly Row[],
  conflict?: OnConflict,
): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const columns = Object.keys(first);
  const list = columns.join(", ");
  const keys = conflict?.on.split(",").map((key) => key.trim()) ?? [];
  const changes = columns
    .filter((column) => !keys.includes(column))
    .map((column) => `${column} = excluded.${column}`);
  const ending = !conflict
    ? ""
    : ` on conflict (${conflict.on}) do ${conflict.update ? `update set ${changes.join(", ")}` : "nothing"}`;
  let written = 0;
  for (let from = 0; from < rows.length; from += 2_000) {
    const batch = JSON.stringify(rows.slice(from, from + 2_000), (_, value: unknown) =>
      typeof value === "bigint" ? value.toString() : value,
    );
    const { rowCount } = await client.query(
      `insert into ${table} (${list}) select ${list} from jsonb_populate_recordset(null::${table}, $1::jsonb)${ending}`,
      [batch],
    );
    written += rowCount ?? 0;
  }
  return written;
}

/** The same UUID for the same name on every machine, so that seeding twice finds its own rows (RFC 9562 version 8). */
export function seedId(name: string): string {
  const hex = createHash("sha256").update(`lachan:${name}`).digest("hex");
  const variant = (8 + (parseInt(hex.charAt(16), 16) % 4)).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
