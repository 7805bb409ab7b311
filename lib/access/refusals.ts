import { type Act, record, recordOfDoor } from "@/lib/audit/record";
import { statement, type Tx } from "@/lib/db";
import type { Actor } from "./actor";
import { keyedHash } from "./crypto";
import { standingOf } from "./standing";
import type { WhenFull } from "./throttle";

/** Whose secret is tried, for the record. */
export type Tried = {
  isKnown: boolean;
  refused: "session.refused" | "session.proof_refused";
  write: (tx: Tx, act: Act) => Promise<void>;
};

/** Stands for an account that does not exist, so that a try at it asks the database the same things. */
export const nobodyId = "00000000-0000-0000-0000-000000000000";

/**
 * A try at the door. The event names the account, in the chain of the organisation where its owner acts; for an account that does not
 * exist the same is looked up and nothing is written.
 */
export const atDoor = (userId: string | null, origin: string | null): Tried => ({
  isKnown: userId !== null,
  refused: "session.refused",
  write: async (tx, act) => {
    const standing = await standingOf(tx, userId ?? nobodyId);
    if (userId && standing) await recordOfDoor(tx, { ...standing, userId, origin }, act);
  },
});

/** A try inside a session that was proved already: there is an actor. */
export const inSession = (actor: Actor): Tried => ({
  isKnown: true,
  refused: "session.proof_refused",
  write: (tx, act) => record(tx, actor, act),
});

export type Why = "password" | "code" | "suspended" | "nowhere";

/** One refusal. Tries are throttled before this, so nobody can flood the record with it. */
export const recordRefused = (tx: Tx, tried: Tried, why: Why): Promise<void> =>
  tried.write(tx, { type: tried.refused, changes: { why } });

/**
 * What to do when a lane is full: one `session.throttled` per lane and window, however often it is knocked at. The mark that it was
 * told stands among the tries, under a hash of its own; a mark left by unknown accounts does not silence that of a known one.
 */
export const tellThrottled =
  (
    tried: Tried,
    step: "password" | "code" | "session",
    counted: "address" | "account" | "device",
  ): WhenFull =>
  async (tx, { lane, minutes }) => {
    const mark = keyedHash("lane", `told:${tried.isKnown ? "known" : "unknown"}:${minutes}:${lane}`);
    const { count } = await statement(
      tx,
      `insert into sign_in_attempt (lane, at, succeeded) select $1, clock_timestamp(), true
        where not exists (select 1 from sign_in_attempt where lane = $1 and at > clock_timestamp() - make_interval(mins => $2))`,
      [mark, minutes],
    );
    if (count > 0) await tried.write(tx, { type: "session.throttled", changes: { step, counted, minutes } });
  };
