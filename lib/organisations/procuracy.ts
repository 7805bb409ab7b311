import { dayOf } from "@/lib/day";
import { statement, type Tx } from "@/lib/db";

/** The procuracy of a province that the register has today; null when it has none. */
export async function procuracyOf(tx: Tx, provinceCode: string): Promise<string | null> {
  const { rows } = await statement<{ id: string }>(
    tx,
    `select id from organisation where kind = 'procuracy' and province_code = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)
      order by valid_from, id limit 1`,
    [provinceCode, dayOf(new Date())],
  );
  return rows[0]?.id ?? null;
}

/** Those of these provinces that have a procuracy in the register today; asks nothing of none. */
export async function provincesWithProcuracy(tx: Tx, provinceCodes: readonly string[]): Promise<Set<string>> {
  if (provinceCodes.length === 0) return new Set();
  const { rows } = await statement<{ code: string }>(
    tx,
    `select distinct province_code as code from organisation where kind = 'procuracy' and province_code = any($1)
      and valid_from <= $2 and (valid_to is null or valid_to > $2)`,
    [provinceCodes, dayOf(new Date())],
  );
  return new Set(rows.map(({ code }) => code));
}
