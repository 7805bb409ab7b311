import { statement, type Tx } from "@/lib/db";

/** The procuracy of a province that the register has today; null when it has none. */
export async function procuracyOf(tx: Tx, provinceCode: string): Promise<string | null> {
  const { rows } = await statement<{ id: string }>(
    tx,
    `select id from organisation where kind = 'procuracy' and province_code = $1 and valid_from <= now() and (valid_to is null or valid_to > now())
      order by valid_from, id limit 1`,
    [provinceCode],
  );
  return rows[0]?.id ?? null;
}
