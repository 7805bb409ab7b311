import { createHash } from "node:crypto";
import { readAsSystem } from "@/lib/db";
import { type Broken, ChainWalk, type Head, type Link } from "./chain";

/** What a verification found. `anchor` is one hash over all heads: keep it outside the database and compare it later. */
export type Verification = {
  streams: number;
  events: number;
  from: string | null;
  to: string | null;
  milliseconds: number;
  anchor: string;
  /** The first broken link by stream, or null when every link holds. */
  broken: (Broken & { stream: string; organisation: string; at: string | null }) | null;
};

const atOnce = 5_000;

/**
 * Recomputes the chain of every stream (or of those named) row by row, in portions, so that a long record needs little
 * memory: places without gaps, each row's hash from its own text, each link to the row before, the head to the last row.
 * Stops at the first broken link. Rows added meanwhile are left to the next run.
 * A record that was rewritten from some row to its end together with its head is whole in itself: only an anchor kept
 * outside the database shows it.
 */
export async function verifyRecord({
  streams,
  onPortion,
}: { streams?: string[]; onPortion?: (events: number) => void } = {}): Promise<Verification> {
  const began = performance.now();
  const heads = await readHeads(streams);
  const anchor = createHash("sha256");
  let [events, from, to] = [0, null as Date | null, null as Date | null];
  let broken: Verification["broken"] = null;
  for (const head of heads) {
    anchor.update(`${head.stream} ${head.seq} ${head.hash.toString("hex")}\n`);
    const walk = new ChainWalk(head);
    let found: Broken | null = null;
    while (found === null) {
      const rows = await readLinks(head, walk.at);
      if (rows.length === 0) break;
      found = walk.take(rows);
      events += rows.length;
      for (const { at } of [rows[0] as Link, rows[rows.length - 1] as Link]) {
        if (from === null || at < from) from = at;
        if (to === null || at > to) to = at;
      }
      onPortion?.(events);
    }
    found ??= walk.end();
    if (found) {
      broken = { ...found, stream: head.stream, ...(await placeOf(head.stream, found.seq)) };
      break;
    }
  }
  return {
    streams: heads.length,
    events,
    from: from?.toISOString() ?? null,
    to: to?.toISOString() ?? null,
    milliseconds: Math.round(performance.now() - began),
    anchor: anchor.digest("hex"),
    broken,
  };
}

/** Heads and last places in one statement, so that both come from one moment. A stream without a head has an empty one. */
async function readHeads(streams: string[] | undefined): Promise<Head[]> {
  const rows = await readAsSystem<{
    stream: string;
    seq: string | null;
    hash: Buffer | null;
    last: string | null;
  }>({
    name: "audit_heads",
    text: `select s.stream, h.seq, h.hash, (select max(e.seq) from event e where e.stream = s.stream) as last
      from (select stream from event_head union select stream from event) s left join event_head h using (stream)
      where $1::uuid[] is null or s.stream = any($1) order by s.stream`,
    values: [streams ?? null],
  });
  return rows.map(({ stream, seq, hash, last }) => ({
    stream,
    seq: BigInt(seq ?? 0),
    hash: hash ?? Buffer.alloc(0),
    last: BigInt(last ?? 0),
  }));
}

async function readLinks(head: Head, after: bigint): Promise<Link[]> {
  const rows = await readAsSystem<{
    id: string;
    seq: string;
    at: Date;
    prev_hash: Buffer | null;
    hash: Buffer | null;
    text: string;
  }>({
    name: "audit_links",
    text: `select e.id, e.seq, e.at, e.prev_hash, e.hash, event_text(e) as text from event e
      where e.stream = $1 and e.seq > $2 and e.seq <= $3 order by e.seq limit ${atOnce}`,
    values: [head.stream, after.toString(), head.seq.toString()],
  });
  return rows.map(({ seq, prev_hash: prevHash, ...row }) => ({ ...row, seq: BigInt(seq), prevHash }));
}

async function placeOf(stream: string, seq: bigint): Promise<{ organisation: string; at: string | null }> {
  const [row] = await readAsSystem<{ organisation: string | null; at: Date | null }>({
    name: "audit_place",
    text: `select (select short_name from organisation where id = $1) as organisation, (select at from event where stream = $1 and seq = $2) as at`,
    values: [stream, seq.toString()],
  });
  return { organisation: row?.organisation ?? stream, at: row?.at?.toISOString() ?? null };
}
