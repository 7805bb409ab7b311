import type { SavedDraft } from "@/lib/drafts/schema";

/** What a line of the talk is: said, asked back and replied, or an act with its reason. */
export type LineKind =
  | "message"
  | "reminder"
  | "handover"
  | "question"
  | "reply"
  | "refused"
  | "disputed"
  | "sentBack"
  | "withdrawn"
  | "proposed"
  | "declined"
  | "takenBack"
  | "amended";

/** `held`: the scanner has not let it through; only an internal note names such a file. */
export type LineFile = { id: string; name: string; size: number; held: boolean };
/** One line of the talk; instants ISO UTC, sizes in bytes. */
export type ThreadLine = {
  id: string;
  at: string;
  kind: LineKind;
  internal: boolean;
  body: string;
  author: string;
  organisation: string;
  mine: boolean;
  /** Said by the reader's own side. */
  ours: boolean;
  /** The coded ground of a refusal, the number of an amendment. */
  detail: string | null;
  mentions: string[];
  files: LineFile[];
  /** Somebody else said it after the reader last looked. */
  unread: boolean;
};

/** A colleague who may be named in a note. */
export type Mentionable = {
  membershipId: string;
  name: string;
  /** Gives work to others. */ manages: boolean;
};

/** The talk about one request, oldest line first; `older` and `newer` are edges of a page. */
export type Thread = {
  requestId: string;
  lines: ThreadLine[];
  older: string | null;
  newer: boolean;
  unread: number;
  otherSide: string;
  mayWrite: boolean;
  mayNote: boolean;
  /** Why nothing can be said across: it is not issued yet, or it is over. */
  closed: "unsent" | "over" | null;
  colleagues: Mentionable[];
  draft: SavedDraft | null;
};

/** A request in whose talk a colleague named the reader, who has not looked since. Instants ISO UTC. */
export type MentionRow = { requestId: string; code: string; by: string; at: string };
