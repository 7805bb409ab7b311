import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { keyedHash, newToken } from "@/lib/access/crypto";
import { hasDates } from "@/lib/access/require-dates";
import { once } from "@/lib/audit/once";
import { record } from "@/lib/audit/record";
import { asActor, databaseNow, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { closeFeedInput, openFeedInput } from "./schema";
import type { Reach } from "./types";

/** What of a token is kept. */
export const feedHash = (token: string) => keyedHash("calendar-feed", token);
const readable = { id: true, reach: true, createdAt: true, lastUsedAt: true } as const;

export type Feed = { id: string; reach: Reach; createdAt: string; lastUsedAt: string | null };

/** One's own addresses in force, as the account shows them; an address itself is shown once, when it is made. */
export async function listFeeds(actor: Actor): Promise<Feed[]> {
  const found = await asActor(actor, (tx) =>
    tx.calendarFeed.findMany({
      where: { membershipId: actor.membershipId, endedAt: null },
      select: readable,
      orderBy: { reach: "asc" },
    }),
  );
  return found.map(({ id, reach, createdAt, lastUsedAt }) => ({
    id,
    reach: reach as Reach,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}

/**
 * Makes an address for a calendar program, 256 bits and kept as a hash; the one before it with the same reach ends at once. `token` is
 * null when the same key comes again: what was shown once is shown to nobody again. @throws Problem not-allowed.
 */
export async function openFeed(
  actor: Actor,
  input: z.output<typeof openFeedInput>,
): Promise<{ feedId: string; token: string | null }> {
  if (!hasDates(actor)) throw new Problem("not-allowed");
  let token: string | null = null;
  const { feedId } = await once(actor, "calendar_feed.open", input, async (tx) => {
    const before = await end(tx, actor, { reach: input.reach });
    const fresh = newToken();
    const { rows } = await statement<{ id: string }>(
      tx,
      "insert into calendar_feed (membership_id, org_id, reach, language, token_hash) values ($1, $2, $3, $4, $5) returning id",
      [actor.membershipId, actor.orgId, input.reach, input.language, feedHash(fresh)],
    );
    const { id } = rows[0]!;
    await record(tx, actor, {
      type: before.length > 0 ? "calendar_feed.renewed" : "calendar_feed.opened",
      subjectType: "calendar_feed",
      subjectId: id,
      changes: { reach: input.reach },
    });
    token = fresh;
    return { feedId: id };
  });
  return { feedId, token };
}

/** Ends one of one's own addresses at once. @throws Problem not-found for another's, an unknown and an ended one alike. */
export function closeFeed(actor: Actor, input: z.output<typeof closeFeedInput>): Promise<{ feedId: string }> {
  return once(actor, "calendar_feed.close", input, async (tx) => {
    const [ended] = await end(tx, actor, { id: input.feedId });
    if (!ended) throw new Problem("not-found");
    await record(tx, actor, {
      type: "calendar_feed.closed",
      subjectType: "calendar_feed",
      subjectId: ended.id,
      changes: { reach: ended.reach },
    });
    return { feedId: ended.id };
  });
}

async function end(tx: Tx, actor: Actor, which: { id?: string; reach?: Reach }) {
  const now = await databaseNow(tx);
  const { rows } = await statement<{ id: string; reach: string }>(
    tx,
    `update calendar_feed set ended_at = $1 where membership_id = $2 and ended_at is null
      and ($3::uuid is null or id = $3) and ($4::text is null or reach = $4) returning id, reach`,
    [now, actor.membershipId, which.id ?? null, which.reach ?? null],
  );
  return rows;
}

/** A calendar program asks every few minutes at most; whoever asks again within so many seconds is told to wait. */
export const feedEverySeconds = 10;
