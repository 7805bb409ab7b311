import type { Rung } from "./rungs";

/** What climbed, as a list shows it. Instants ISO, UTC. */
export type EscalationRow = {
  id: string;
  code: string;
  kindCode: string;
  subject: "ANSWER" | "ACKNOWLEDGE";
  organisation: string;
  rung: Rung;
  dueAt: string;
  at: string;
  spanMinutes: number;
  pausedAt: string | null;
  endedAt: string | null;
  acknowledgedAt: string | null;
  acknowledgedBy: string | null;
  urgedAt: string | null;
  /** Set where it is one's own desk's: the request can be opened. */
  requestId: string | null;
  mayUrge: boolean;
};

/** What is open of one organisation. */
export type OverdueSum = {
  organisationId: string;
  organisation: string;
  open: number;
  unseen: number;
  /** The end that passed longest ago. */
  earliestDueAt: string;
};

/** A promise as its own organisation reads it. Instants ISO, UTC. */
export type PromiseShown = {
  promisedAt: string;
  note: string | null;
  lateReason: string | null;
  by: string;
  isMine: boolean;
};
/** What stands promised of a request in one's own organisation, and whether one may promise. */
export type WorkPromise = { promise: PromiseShown | null; mayPromise: boolean };
