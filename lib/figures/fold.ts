import { asSystem } from "@/lib/db";

const atOnce = 5_000;
/** Stands for "no organisation" in the day's key, where null would not be equal to itself. */
export const noOrganisation = "00000000-0000-0000-0000-000000000000";

/**
 * Moves what was appended into the day's sums. Deleting and adding are one statement, so each delta is counted exactly once
 * and a reader of both tables never sees it twice or not at all.
 * Returns how many deltas were folded.
 */
export async function foldFigures(): Promise<number> {
  let folded = 0;
  for (;;) {
    const taken = await asSystem(async (tx) => {
      // One folds at a time; a second worker leaves the work to the first rather than waiting for it.
      const [turn] = await tx.$queryRaw<
        { mine: boolean }[]
      >`select pg_try_advisory_xact_lock(hashtext('figures.fold')) as mine`;
      if (!turn?.mine) return 0;
      const [row] = await tx.$queryRaw<{ taken: bigint }[]>`
        with gone as (
          delete from figure_delta where id in (select id from figure_delta order by id limit ${atOnce})
          returning day, province_code, requester_org_id, addressee_org_id, kind_code, measure, case_id, count, amount
        ), summed as (
          select day, province_code, coalesce(requester_org_id, ${noOrganisation}::uuid) as requester, coalesce(addressee_org_id, ${noOrganisation}::uuid) as addressee,
            coalesce(kind_code, '') as kind, measure, case_id, sum(count)::int as count, sum(amount)::bigint as amount
          from gone group by 1, 2, 3, 4, 5, 6, 7 order by 2, 1, 3, 4, 5, 6, 7
        ), kept as (
          insert into figure_day as f (day, province_code, requester_org_id, addressee_org_id, kind_code, measure, case_id, count, amount)
          select day, province_code, requester, addressee, kind, measure, case_id, count, amount from summed
          on conflict (province_code, day, requester_org_id, addressee_org_id, kind_code, measure, case_id)
          do update set count = f.count + excluded.count, amount = f.amount + excluded.amount
        )
        select count(*) as taken from gone`;
      return Number(row?.taken ?? 0);
    });
    folded += taken;
    if (taken < atOnce) return folded;
  }
}
