/** Instants ISO UTC. */
export type Extension = { id: string; before: string; after: string; reason: string; by: string; at: string };
/** A proposal to waive the answer's limit; without a decision a commander's word is awaited. */
export type Waiver = {
  id: string;
  reason: string;
  by: string;
  at: string;
  /** `taken_back`: by who proposed it. */
  decision: "waived" | "declined" | "taken_back" | null;
  answer: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
};
/** What became of an answer's time limit beside the order: more time, oldest first, and the latest word on waiving it. */
export type DeadlineStory = { extensions: Extension[]; waiver: Waiver | null };
/** The same for who asked: until when he may give more time at most, null when he may not; what of a waiver is his. */
export type OwnDeadlineStory = DeadlineStory & {
  latest: string | null;
  due: string | null;
  mayProposeWaiver: boolean;
  mayWaive: boolean;
  /** It waits, and the reader proposed it. */
  mayTakeBackWaiver: boolean;
};
