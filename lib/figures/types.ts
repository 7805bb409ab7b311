import type { TrendName } from "./definitions";
import type { DayRange, Period } from "./period";

/** How an organisation answers: open now, and what ended in the period. Minutes are real minutes without the pauses. */
export type OrganisationAnswers = {
  id: string;
  name: string;
  open: number;
  overdue: number;
  /** Minutes since the longest overdue was due; null when none is. */
  longest: number | null;
  answered: number;
  inTime: number;
  /** Null when nothing ended, or when too little ended to be shown outside the police. */
  median: number | null;
  p90: number | null;
  suppressed: boolean;
};
/** Amounts VND as digits. */
export type MoneyBandRow = Record<
  "reported" | "requested" | "held" | "cashedOut" | "movedPending" | "unexplained" | "returned" | "whole",
  string
> & {
  /** Null when fewer than five and the reader is outside the police. */
  cases: number | null;
  requests: number;
};
export type TrendRow = {
  name: TrendName;
  unit: "share" | "minutes" | "count";
  better: "up" | "down";
  now: number | null;
  previous: number | null;
  lastYear: number | null;
  weeks: (number | null)[];
};
export type ProvinceCases = { code: string; cases: number | null; own: boolean };

/** Everything on the leader's page; no person in it. */
export type LeaderFigures = {
  /** ISO instant that the figures are as of. */
  asOf: string;
  period: Period;
  money: MoneyBandRow;
  previousReported: string;
  totals: Omit<OrganisationAnswers, "id" | "name">;
  organisations: OrganisationAnswers[];
  trend: TrendRow[];
  map: ProvinceCases[];
};

export type KindAnswers = Omit<OrganisationAnswers, "id" | "name"> & { kindCode: string };
export type WeekAnswers = DayRange & {
  sent: number;
  answered: number;
  inTime: number;
  median: number | null;
  heldAmount: string;
};
/** What is behind one red number: an organisation by kind and by week. */
export type OrganisationFigures = {
  asOf: string;
  period: Period;
  name: string;
  totals: Omit<OrganisationAnswers, "id" | "name">;
  kinds: KindAnswers[];
  weeks: WeekAnswers[];
};
