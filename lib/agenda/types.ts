/** What may be due, in the order in which a day shows it. */
export const dueKinds = ["answer", "acknowledge", "hold", "appeal", "case", "promise", "duty"] as const;
export type DueKind = (typeof dueKinds)[number];

/** One's own work, or that of all whose records one may read. */
export type Reach = "own" | "team";

/** One thing that is due: codes, ids and names of organisations; a colleague's name on his own promise or shift. */
export type DueItem = {
  id: string;
  kind: DueKind;
  /** UTC, ISO. */
  at: string;
  /** UTC, ISO: when a shift ends; null for what has no length. */
  until: string | null;
  /** The day (yyyy-mm-dd) at whose end a limit ends; null for one that ends at an hour. */
  lastDay: string | null;
  /** The record's code; a shift has none. */
  code: string | null;
  requestId: string | null;
  caseId: string | null;
  appealId: string | null;
  /** Of a request its kind, of a case's limit its label. */
  detail: string | null;
  /** The other side's short name. */
  organisation: string | null;
  /** Who promised, who has the shift. */
  person: string | null;
  /** How many holds end at once. */
  count: number;
  isOverdue: boolean;
};

/** A shift begins; it is not due, and not counted among what is. */
export const isDue = ({ kind }: { kind: DueKind }): boolean => kind !== "duty";

/** A promise and a shift begin at their instant; everything else ends at it. */
export const isBeginning = (kind: DueKind): boolean => kind === "promise" || kind === "duty";

/** How much is due on one day (yyyy-mm-dd in Viet Nam), by kind. */
export type DayCount = { day: string; kind: DueKind; count: number; overdue: number };
