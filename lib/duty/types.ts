/** All instants ISO, UTC. Names are of one's own organisation. */
export type ShiftRow = {
  id: string;
  membershipId: string;
  name: string;
  fromAt: string;
  toAt: string;
  rank: number;
  phone: string | null;
  source: "hand" | "pattern" | "import";
  version: number;
  isMine: boolean;
  /** Its person is away in part of it. */
  isAway: boolean;
  /** Offered to somebody. */
  isOffered: boolean;
};
export type Gap = { from: string; to: string };
export type LeaveRow = {
  id: string;
  name: string;
  fromAt: string;
  toAt: string;
  reason: string;
  version: number;
};
export type PatternRow = {
  id: string;
  name: string;
  weekday: number;
  fromMinute: number;
  minutes: number;
  rank: number;
  validTo: string;
  version: number;
};
export type SwapRow = {
  id: string;
  state: "proposed" | "agreed" | "declined" | "withdrawn";
  from: string;
  to: string;
  /** Whether the reader may answer it, take it back, or neither. */
  mine: "answer" | "withdraw" | null;
  given: { fromAt: string; toAt: string; rank: number };
  taken: { fromAt: string; toAt: string; rank: number } | null;
};
export type NoteRow = {
  id: string;
  author: string;
  writtenAt: string;
  body: string;
  requests: { id: string; code: string; isOpen: boolean }[];
  reader: string | null;
  readAt: string | null;
  canConfirm: boolean;
};
export type Colleague = { membershipId: string; name: string };
export type OnDutyNow = {
  name: string | null;
  toAt: string | null;
  phone: string | null;
  next: string | null;
};
export type CallRow = {
  rank: number;
  name: string;
  calledAt: string;
  passedOnAt: string | null;
  openedAt: string | null;
};

/** One week of a roster, Monday first. */
export type DutyWeek = {
  monday: string;
  days: { day: string; holiday: { vi: string; en: string } | null }[];
  shifts: ShiftRow[];
  gaps: Gap[];
  hasRoster: boolean;
  now: OnDutyNow;
  leaves: LeaveRow[];
  patterns: PatternRow[];
  swaps: SwapRow[];
  notes: NoteRow[];
  colleagues: Colleague[];
  limit: { urgentMinutes: number; emergencyMinutes: number; isDefault: boolean };
  /** The shift that the reader ends, or ended, and has not written a word about. */
  noteOf: string | null;
  canManage: boolean;
  myMembershipId: string;
};

/** What holds for everybody about calls to whom is on duty, in minutes; without a source it is to be confirmed. */
export type DutyPolicyShown = {
  urgentMinutes: number;
  emergencyMinutes: number;
  mostUrgentMinutes: number;
  mostEmergencyMinutes: number;
  source: string | null;
};
