import { asSystem, type Tx } from "@/lib/db";
import { Prisma } from "@/lib/generated/prisma/client";
import { noOrganisation } from "./fold";
import { ofOpenCases } from "./from-records";

/** One counter whose kept sum is not what the records say. Amounts VND. */
export type FigureDifference = {
  day: string;
  provinceCode: string;
  requesterOrgId: string;
  addresseeOrgId: string;
  kindCode: string;
  measure: string;
  keptCount: number;
  count: number;
  keptAmount: bigint;
  amount: bigint;
};
export type Rebuild = { cells: number; differences: FigureDifference[] };

type Row = {
  day: string;
  province_code: string;
  requester_org_id: string;
  addressee_org_id: string;
  kind_code: string;
  measure: string;
  kept_count: number;
  count: number;
  kept_amount: bigint;
  amount: bigint;
};

/**
 * Adds up every counter from the records and says where the kept ones differ; with `replace` the kept ones are exchanged
 * for them. Commands wait meanwhile, so nothing is counted between reading and writing: a matter of seconds, for the night.
 */
export function rebuildFigures({ replace = false }: { replace?: boolean } = {}): Promise<Rebuild> {
  return asSystem(async (tx) => {
    await tx.$executeRaw`set local statement_timeout = '55s'`;
    await tx.$executeRaw`lock table figure_delta, figure_day in share row exclusive mode`;
    const differences = await compare(tx);
    if (replace) {
      await tx.$executeRaw`delete from figure_delta`;
      await tx.$executeRaw`delete from figure_day`;
      await raw(
        tx,
        `insert into figure_day (day, province_code, requester_org_id, addressee_org_id, kind_code, measure, case_id, count, amount) ${ofOpenCases} select * from fresh`,
      );
    }
    const [row] = await tx.$queryRaw<{ cells: bigint }[]>`select count(*) as cells from figure_day`;
    return { cells: Number(row?.cells ?? 0), differences };
  });
}

async function compare(tx: Tx): Promise<FigureDifference[]> {
  const rows = await raw<Row>(
    tx,
    `${ofOpenCases}, kept as (
      select day, province_code, coalesce(requester_org_id, '${noOrganisation}'::uuid) as requester_org_id, coalesce(addressee_org_id, '${noOrganisation}'::uuid) as addressee_org_id,
        coalesce(kind_code, '') as kind_code, measure, case_id, sum(count)::int as count, sum(amount)::bigint as amount
      from (
        select day, province_code, requester_org_id, addressee_org_id, kind_code, measure, case_id, count, amount from figure_day
        union all select day, province_code, requester_org_id, addressee_org_id, kind_code, measure, case_id, count, amount from figure_delta
      ) s group by 1, 2, 3, 4, 5, 6, 7
    )
    select day::text, province_code, requester_org_id, addressee_org_id, kind_code, measure,
      coalesce(k.count, 0) as kept_count, coalesce(f.count, 0) as count, coalesce(k.amount, 0)::bigint as kept_amount, coalesce(f.amount, 0)::bigint as amount
    from fresh f full join kept k using (day, province_code, requester_org_id, addressee_org_id, kind_code, measure, case_id)
    where coalesce(k.count, 0) <> coalesce(f.count, 0) or coalesce(k.amount, 0) <> coalesce(f.amount, 0)
    order by 1, 2, 6 limit 1000`,
  );
  return rows.map((row) => ({
    day: row.day,
    provinceCode: row.province_code,
    requesterOrgId: row.requester_org_id,
    addresseeOrgId: row.addressee_org_id,
    kindCode: row.kind_code,
    measure: row.measure,
    keptCount: row.kept_count,
    count: row.count,
    keptAmount: row.kept_amount,
    amount: row.amount,
  }));
}

/** The shared text above is constant; nothing a person typed is ever put into it. */
function raw<T>(tx: Tx, text: string): Promise<T[]> {
  return tx.$queryRaw<T[]>(Prisma.raw(text));
}
