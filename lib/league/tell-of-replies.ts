import { asSystem, statement } from "@/lib/db";
import { notify } from "@/lib/notices/notify";
import { paths } from "@/lib/paths";
import { leagueAddress } from "./address";
import { leagueFilter } from "./filter";

// Whether an organisation reads the figures of one of these provinces, as in lib/access/actor-of-session.ts.
const reads = `case when o.kind = 'state_bank_branch' then exists (select from province p where p.code = any(answered.provinces) and 'region-' || p.sbv_region = o.segment)
  when o.province_code is not null then o.province_code = any(answered.provinces) else o.level = 'ministry' and cardinality(answered.provinces) > 0 end`;
const midnight = (day: string) => `(${day})::timestamp at time zone 'Asia/Ho_Chi_Minh'`;

/**
 * Tells whoever reads a line of the league that its organisation said something to it: police, committees, departments and branches of
 * the State Bank whose provinces it answered in that period. A word that takes another's place within a day is not told of again, and
 * what is older than a day to nobody any more. Once each, however often it runs. Returns how many are new.
 */
export function tellOfReplies(): Promise<number> {
  return asSystem(async (tx) => {
    const { rows } = await statement<{
      id: string;
      period: string;
      since: string;
      organisation: string;
      to: string[];
    }>(
      tx,
      `select r.id, r.period, r.since::text, own.short_name as organisation, array(
          select m.id from membership m join organisation o on o.id = m.organisation_id
            where m.roles && '{leader,secretary,department_officer,commander}' and m.valid_from <= clock_timestamp() and coalesce(m.valid_to > clock_timestamp(), true)
              and (o.kind <> 'state_bank_branch' or own.kind in ('bank', 'payment_intermediary'))
              and ${reads}) as "to"
        from league_reply r join organisation own on own.id = r.org_id
          cross join lateral (select array(select distinct d.province_code from deadline d where d.owner_org_id = r.org_id and d.subject = 'ANSWER'
            and d.state in ('met', 'missed') and not d.restricted and d.ended_at >= ${midnight("r.since")} and d.ended_at < ${midnight("r.until + 1")})) answered (provinces)
        where r.at > clock_timestamp() - interval '1 day'
          and not exists (select from league_reply before where before.org_id = r.org_id and before.period = r.period and before.since = r.since
            and before.version < r.version and before.at > r.at - interval '1 day')
          and not exists (select from notification n where n.event_id = r.id)
        order by r.at limit 1000`,
      [],
    );
    return notify(
      tx,
      rows.map(({ id, period, since, organisation, to }) => ({
        kind: "league.replied" as const,
        eventId: id,
        to,
        urgent: false,
        code: organisation,
        href: leagueAddress(paths.league, leagueFilter.parse({ period }), { on: since }),
      })),
    );
  });
}
