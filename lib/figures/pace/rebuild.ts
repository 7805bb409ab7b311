import { asSystem } from "@/lib/db";

/** A line of the sums that is not what the records say. */
export type PaceDifference = {
  scope: string;
  grain: string;
  day: string;
  addresseeOrgId: string;
  kindCode: string;
  stage: string;
  bucket: number;
  kept: number;
  fresh: number;
};

/**
 * Counts all answers once more from the records and says where the kept sums, with what is not folded yet, differ (at most a thousand
 * lines); with `replace` the kept ones are exchanged for them. Commands wait meanwhile, so nothing is counted in between: for the night.
 */
export function rebuildPace({ replace = false }: { replace?: boolean } = {}): Promise<PaceDifference[]> {
  return asSystem(async (tx) => {
    await tx.$executeRaw`set local statement_timeout = '55s'`;
    await tx.$executeRaw`lock table pace_delta, pace_sum in share row exclusive mode`;
    const differences = await tx.$queryRaw<PaceDifference[]>`
      with fresh as (
        select s.scope, s.grain, s.since as day, f.addressee_org_id, s.kind as kind_code, s.urgent as urgency, f.stage, f.bucket, sum(f.count)::int as count
        from app.pace_from_records() f cross join lateral app.pace_scopes(f.day, f.province_code, f.kind_code, f.urgency) s group by 1, 2, 3, 4, 5, 6, 7, 8
      ), kept as (
        select scope, grain, day, addressee_org_id, kind_code, urgency, stage, bucket, sum(count)::int as count from (
          select scope, grain, day, addressee_org_id, kind_code, urgency, stage, bucket, count from pace_sum
          union all select s.scope, s.grain, s.since, d.addressee_org_id, s.kind, s.urgent, d.stage, d.bucket, d.count
            from pace_delta d cross join lateral app.pace_scopes(d.day, d.province_code, d.kind_code, d.urgency) s
        ) both_of_them group by 1, 2, 3, 4, 5, 6, 7, 8
      )
      select scope, grain, day::text, addressee_org_id as "addresseeOrgId", kind_code as "kindCode", stage, bucket::int,
        coalesce(k.count, 0) as kept, coalesce(f.count, 0) as fresh
      from fresh f full join kept k using (scope, grain, day, addressee_org_id, kind_code, urgency, stage, bucket)
      where coalesce(k.count, 0) <> coalesce(f.count, 0) order by 1, 2, 3 limit 1000`;
    if (replace) {
      await tx.$executeRaw`delete from pace_delta`;
      await tx.$executeRaw`delete from pace_sum`;
      await tx.$executeRaw`insert into pace_sum (scope, grain, day, addressee_org_id, kind_code, urgency, stage, bucket, count)
        select s.scope, s.grain, s.since, f.addressee_org_id, s.kind, s.urgent, f.stage, f.bucket, sum(f.count)
        from app.pace_from_records() f cross join lateral app.pace_scopes(f.day, f.province_code, f.kind_code, f.urgency) s group by 1, 2, 3, 4, 5, 6, 7, 8`;
    }
    return differences;
  });
}
