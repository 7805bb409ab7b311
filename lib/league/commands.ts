import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/policy";
import { once } from "@/lib/audit/once";
import { record, tell } from "@/lib/audit/record";
import { databaseNow, statement } from "@/lib/db";
import { dayOf } from "@/lib/day";
import { Problem } from "@/lib/errors";
import { addDays } from "@/lib/local-days";
import { leagueKinds } from "./filter";
import { periodAround } from "./period";
import { replyDays } from "./reply-text";
import type { ReplyInput } from "./schema";

export type Replied = { replyId: string; version: number };

/**
 * The manager of an organisation says something to its line of a period; what was said before stays as a version. The text stands in no
 * event and no notice.
 * @throws Problem not-allowed to whoever leads no such desk; not-now before the period, or more than fourteen days after it.
 */
export function replyToLeague(actor: Actor, input: ReplyInput): Promise<Replied> {
  return once(actor, "league.reply", input, async (tx) => {
    if (!may(actor, "league.reply") || !(leagueKinds as readonly string[]).includes(actor.orgKind))
      throw new Problem("not-allowed");
    const { from, to } = periodAround(input.period, input.on);
    const today = dayOf(await databaseNow(tx));
    if (today < from || today > addDays(to, replyDays)) throw new Problem("not-now");
    const place = [actor.orgId, input.period, from];
    // Two managers at once: the second one's version follows the first one's.
    await statement(
      tx,
      "select pg_advisory_xact_lock(hashtext('league.reply'), hashtext($1::text || $2::text || $3::text))",
      place,
    );
    const { rows } = await statement<{ id: string; version: number }>(
      tx,
      `insert into league_reply (org_id, period, since, until, version, body, author_id, membership_id)
        select $1, $2, $3, $4, 1 + coalesce(max(r.version), 0), $5, $6, $7 from league_reply r where r.org_id = $1 and r.period = $2 and r.since = $3
        returning id, version`,
      [...place, to, input.body, actor.userId, actor.membershipId],
    );
    const { id: replyId, version } = rows[0]!;
    await record(tx, actor, {
      type: "league.replied",
      subjectType: "league_reply",
      subjectId: replyId,
      changes: { leaguePeriod: input.period, from, until: to, version },
    });
    await tell(tx, "league.replied", [actor.orgId], {});
    return { replyId, version };
  });
}
