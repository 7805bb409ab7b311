import type { Amount } from "./disclosure";
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
  /** Null when nothing ended, or when it is withheld. */
  median: number | null;
  p90: number | null;
  /** Whether times and shares are withheld: they rest on too few cases for this reader (disclosure.ts). */
  isWithheld: boolean;
};
/** Amounts VND as digits; null where the reader may not see them, because they rest on too few cases (disclosure.ts). */
export type MoneyBandRow = Record<Amount, string | null> & {
  cases: number | null;
  requests: number | null;
};
/** A number, none, or one that the reader may not see. */
export type TrendValue = number | null | "withheld";
export type TrendRow = {
  name: TrendName;
  unit: "share" | "minutes" | "count";
  better: "up" | "down";
  now: TrendValue;
  previous: TrendValue;
  lastYear: TrendValue;
  weeks: TrendValue[];
  /** A count of a week that still runs is not compared with one of a whole week. */
  isComparable: boolean;
};
export type ProvinceCases = { code: string; cases: number | null; own: boolean };

/** Everything on the leader's page; no person in it. */
export type LeaderFigures = {
  /** ISO instant that the figures are as of. */
  asOf: string;
  period: Period;
  money: MoneyBandRow;
  /** Whether anything was counted yet in the period before: if not, it has no figures. */
  hasPrevious: boolean;
  previousReported: string | null;
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
  isWithheld: boolean;
  /** VND as digits, null when it is withheld. */
  heldAmount: string | null;
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
