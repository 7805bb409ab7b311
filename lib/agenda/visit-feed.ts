import { type Actor } from "@/lib/access/actor";
import { readerOf } from "@/lib/access/actor-of-membership";
import { hasDates } from "@/lib/access/require-dates";
import { readAsSystem } from "@/lib/db";
import { feedEverySeconds, feedHash } from "./feeds";
import type { Reach } from "./types";

export type Visit = { actor: Actor; reach: Reach; language: "vi" | "en" } | "too-soon" | null;

/**
 * Who reads by this token, as he stands now. Null for a token that was never given, was ended, or whose membership or account is over:
 * all alike. A second visit within seconds is put off, in whichever process it arrives.
 */
export async function visitFeed(token: string): Promise<Visit> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const hash = feedHash(token);
  const [feed] = await readAsSystem<{
    membership_id: string;
    reach: Reach;
    language: "vi" | "en";
    visited: boolean;
  }>({
    name: "calendar_feed_visit",
    text: `with visited as (
        update calendar_feed set last_used_at = clock_timestamp()
        where token_hash = $1 and ended_at is null and (last_used_at is null or last_used_at < clock_timestamp() - make_interval(secs => $2))
        returning id)
      select membership_id, reach, language, exists (select from visited) as visited from calendar_feed where token_hash = $1 and ended_at is null`,
    values: [hash, feedEverySeconds],
  });
  const actor = feed ? await readerOf(feed.membership_id) : null;
  if (!feed || !actor || !hasDates(actor)) return null;
  return feed.visited ? { actor, reach: feed.reach, language: feed.language } : "too-soon";
}
