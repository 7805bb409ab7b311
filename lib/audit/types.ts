/**
 * Why a link is broken.
 * - changed: the row's content is not what its hash says
 * - missing: a place in the chain is empty
 * - rehashed: the row was given a new hash, but the row after it still names the old one
 * - surplus: a row stands behind the chain's head
 * - head: the head does not name the last row
 */
export type BrokenWhy = "changed" | "missing" | "rehashed" | "surplus" | "head";

/** A line of a record's timeline; `changes` holds fields and codes, never a victim's data. */
export type HistoryLine = {
  id: string;
  at: string;
  type: string;
  actor: string | null;
  organisation: string | null;
  reason: string | null;
  changes: Record<string, unknown>;
};

/** One line of the record as an auditor lists it; instants ISO UTC. */
export type EventRow = {
  id: string;
  at: string;
  type: string;
  actorId: string | null;
  actor: string | null;
  organisation: string | null;
  code: string | null;
  hasReason: boolean;
};
/** One event in full, with its place in the chain. `told` is the time that a record brought in from before gives itself. */
export type EventDetail = EventRow & {
  organisationId: string | null;
  told: string | null;
  reason: string | null;
  changes: Record<string, unknown>;
  addressee: string | null;
  restricted: boolean;
  stream: string;
  seq: string;
  prevHash: string | null;
  hash: string | null;
};
export type ActorChoice = { id: string; name: string; organisation: string };
export type VerificationResult = {
  streams: number;
  events: number;
  from: string | null;
  to: string | null;
  milliseconds: number;
  anchor: string;
  broken: {
    organisation: string;
    seq: string;
    why: BrokenWhy;
    at: string | null;
    eventId: string | null;
  } | null;
};
