import type { BrokenWhy } from "./types";
import { createHash } from "node:crypto";

/** One row of the record as the database gives it: its canonical text, its own hash and the one before it. */
export type Link = {
  id: string;
  seq: bigint;
  at: Date;
  prevHash: Buffer | null;
  hash: Buffer | null;
  text: string;
};
export type Head = { stream: string; seq: bigint; hash: Buffer; last: bigint };

export type Broken = { seq: bigint; why: BrokenWhy; eventId: string | null };
/** What the chain begins with. */
const genesis = Buffer.alloc(0);

const same = (a: Buffer | null, b: Buffer | null) => a !== null && b !== null && a.equals(b);
/** sha256(hash before ‖ text), as the database's trigger computes it. */
export const hashOf = (prevHash: Buffer | null, text: string) =>
  createHash("sha256")
    .update(prevHash ?? genesis)
    .update(text, "utf8")
    .digest();

/** Walks one stream from its first row; give it the rows in order, in any portions. Remembers nothing but the last link. */
export class ChainWalk {
  private before: { seq: bigint; hash: Buffer; id: string | null } = { seq: 0n, hash: genesis, id: null };
  constructor(private readonly head: Head) {}

  get at(): bigint {
    return this.before.seq;
  }

  /** The first broken link among these rows, or null. */
  take(rows: Link[]): Broken | null {
    for (const row of rows) {
      const expected = this.before.seq + 1n;
      if (row.seq !== expected) return { seq: expected, why: "missing", eventId: null };
      // Judged by the hash it names itself: an untouched row after a re-hashed one is not the culprit.
      if (!same(row.hash, hashOf(row.prevHash, row.text)))
        return { seq: row.seq, why: "changed", eventId: row.id };
      if (!same(row.prevHash, this.before.hash)) {
        return this.before.seq === 0n
          ? { seq: row.seq, why: "changed", eventId: row.id }
          : { seq: this.before.seq, why: "rehashed", eventId: this.before.id };
      }
      this.before = { seq: row.seq, hash: row.hash as Buffer, id: row.id };
    }
    return null;
  }

  /** After the last row: does the head agree? */
  end(): Broken | null {
    if (this.before.seq < this.head.seq) return { seq: this.before.seq + 1n, why: "missing", eventId: null };
    if (this.head.last > this.head.seq) return { seq: this.head.seq + 1n, why: "surplus", eventId: null };
    if (!same(this.before.hash, this.head.hash))
      return {
        seq: this.head.seq,
        why: this.before.seq === 0n ? "head" : "rehashed",
        eventId: this.before.id,
      };
    return null;
  }
}
