import type { Actor } from "@/lib/access/actor";
import { statement, type Tx } from "@/lib/db";
import type { SwapRow } from "./types";

type Row = {
  id: string;
  state: SwapRow["state"];
  from: string;
  to: string;
  fromId: string;
  toId: string;
  givenFrom: Date;
  givenTo: Date;
  givenRank: number;
  takenFrom: Date | null;
  takenTo: Date | null;
  takenRank: number | null;
};

/** Exchanges on offer for shifts that have not begun, and what was settled in the last week, newest first. */
export async function listSwaps(tx: Tx, actor: Actor, now: Date): Promise<SwapRow[]> {
  const { rows } = await statement<Row>(
    tx,
    `select w.id, w.state, a.full_name as "from", b.full_name as "to", w.from_membership_id as "fromId", w.to_membership_id as "toId",
        g.from_at as "givenFrom", g.to_at as "givenTo", g.rank as "givenRank", t.from_at as "takenFrom", t.to_at as "takenTo", t.rank as "takenRank"
      from duty_swap w join duty_shift g on g.id = w.shift_id left join duty_shift t on t.id = w.return_shift_id
        join membership ma on ma.id = w.from_membership_id join person a on a.id = ma.user_id
        join membership mb on mb.id = w.to_membership_id join person b on b.id = mb.user_id
      where w.org_id = $1 and (case when w.state = 'proposed' then g.from_at > $2 else w.answered_at > $2::timestamptz - interval '7 days' end)
      order by w.proposed_at desc limit 50`,
    [actor.orgId, now],
  );
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    from: row.from,
    to: row.to,
    mine:
      row.state !== "proposed"
        ? null
        : row.toId === actor.membershipId
          ? "answer"
          : row.fromId === actor.membershipId
            ? "withdraw"
            : null,
    given: { fromAt: row.givenFrom.toISOString(), toAt: row.givenTo.toISOString(), rank: row.givenRank },
    taken:
      row.takenFrom && row.takenTo
        ? { fromAt: row.takenFrom.toISOString(), toAt: row.takenTo.toISOString(), rank: row.takenRank ?? 1 }
        : null,
  }));
}
