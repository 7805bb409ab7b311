import { asSystem } from "@/lib/db";

const atOnce = 5_000;

/**
 * Moves what was counted of answers into the sums of its day and month. Deleting and adding are one statement: each line is counted
 * exactly once, also with two workers. Returns how many lines were folded.
 */
export async function foldPace(): Promise<number> {
  let folded = 0;
  for (;;) {
    const taken = await asSystem(async (tx) => {
      const [turn] = await tx.$queryRaw<
        { mine: boolean }[]
      >`select pg_try_advisory_xact_lock(hashtext('pace.fold')) as mine`;
      if (!turn?.mine) return 0;
      const [row] = await tx.$queryRaw<{ taken: bigint }[]>`
        with gone as (
          delete from pace_delta where id in (select id from pace_delta order by id limit ${atOnce})
          returning day, province_code, addressee_org_id, kind_code, urgency, stage, bucket, count
        ), summed as (
          select s.scope, s.grain, s.since, g.addressee_org_id, s.kind, s.urgent, g.stage, g.bucket, sum(g.count)::int as count
          from (
            select day, province_code, addressee_org_id, kind_code, urgency, stage, bucket, sum(count)::int as count from gone group by 1, 2, 3, 4, 5, 6, 7
          ) g cross join lateral app.pace_scopes(g.day, g.province_code, g.kind_code, g.urgency) s
          where g.count <> 0 group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8
        ), kept as (
          insert into pace_sum as f (scope, grain, day, addressee_org_id, kind_code, urgency, stage, bucket, count)
          select scope, grain, since, addressee_org_id, kind, urgent, stage, bucket, count from summed
          on conflict on constraint pace_sum_pkey do update set count = f.count + excluded.count
        )
        select count(*) as taken from gone`;
      return Number(row?.taken ?? 0);
    });
    folded += taken;
    if (taken < atOnce) return folded;
  }
}
