import { readAsSystem } from "@/lib/db";
import { log } from "@/lib/log";
import type { Claimed } from "./claim";

/** So long a line may be on its way with a sender that lives, in milliseconds; whoever hangs for longer is not waited for. */
const longestMs = 15 * 60_000;

type Kept = {
  /** In seconds; it is renewed three times in that. */
  lease: number;
  /** The clock of a test when the sender began; it goes on from there. Null: the database's. */
  now: Date | null;
  onTheWay: () => Iterable<Claimed>;
};

/**
 * Renews the lease of what is on its way, so that a mail behind many others at a slow server is never sent by a second process while its
 * sender lives. Returns how to end it.
 */
export function keepLeases({ lease, now, onTheWay }: Kept): () => void {
  const began = Date.now();
  const since = new Map<string, number>();
  let isUnderWay = false;
  const renew = async () => {
    const lines = [...onTheWay()].filter(({ id }) => {
      if (!since.has(id)) since.set(id, Date.now());
      return Date.now() - since.get(id)! < longestMs;
    });
    if (isUnderWay || lines.length === 0) return;
    isUnderWay = true;
    await readAsSystem({
      name: "deliveries-renew",
      text: `update delivery d set claimed_until = coalesce($3::timestamptz, clock_timestamp()) + make_interval(secs => $4)
        from unnest($1::uuid[], $2::int[]) as n (id, attempts) where d.id = n.id and d.attempts = n.attempts and d.state = 'sending'`,
      values: [
        lines.map(({ id }) => id),
        lines.map(({ attempts }) => attempts),
        now && new Date(now.getTime() + Date.now() - began),
        lease,
      ],
    })
      .catch((error: unknown) =>
        log.warn({ name: (error as Error)?.name }, "the lease of what is on its way was not renewed"),
      )
      .finally(() => (isUnderWay = false));
  };
  const timer = setInterval(() => void renew(), (lease * 1_000) / 3);
  return () => clearInterval(timer);
}
