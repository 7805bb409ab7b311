import type { Rung } from "./rungs";

/** A limit and the rung up to which its lapse was told. Instants ISO, UTC. */
export type ClimbedLimit = {
  subject: "ANSWER" | "ACKNOWLEDGE";
  rung: Rung;
  dueAt: string;
  at: string;
};

/** One request of which something climbed, as a list shows it: its worst limit, and the others. Instants ISO, UTC. */
export type EscalationRow = ClimbedLimit & {
  id: string;
  code: string;
  kindCode: string;
  organisation: string;
  /** What else of it climbed here, the latest first. */
  others: ClimbedLimit[];
  spanMinutes: number;
  pausedAt: string | null;
  endedAt: string | null;
  /** Set when all that climbed of it was taken note of. */
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
