import type { TrustMark } from "@/lib/authenticity/trust";
import type { SavedDraft } from "@/lib/drafts/schema";
import type { FileRow } from "@/lib/files/types";
import type { OrganisationKind, RequestStatus, Urgency } from "@/lib/generated/prisma/enums";
import type { WorkPromise } from "@/lib/ladder/types";
import type { DeadlineStory } from "@/lib/requests/deadline/types";
import type { ItemSpan } from "@/lib/requests/item-page";
import type { RequestEvent } from "@/lib/requests/lifecycle";
import type { ClockReading } from "@/lib/requests/rules";
import type { Objection } from "@/lib/requests/notified/types";
import type { LegalBasisLine, RequestItem } from "@/lib/requests/types";

export type ReceivedOffer = RequestEvent | "assign" | "take" | "suspect" | "object";
/** The rule that made the due time, as it was copied on the day. */
export type ReceivedRule = {
  unit: string;
  value: number;
  note: string | null;
  basis: string | null;
  verify: boolean;
};

/** `draft`: what the reader himself was typing as its answer. */
export type ReceivedItem = RequestItem & { version: number; draft: SavedDraft | null };

/** Why the order is to be believed: what the portal itself can say about who signed what. */
export type Proof = {
  /** It is what was signed, by a key of its unit. False: it is not the signed order, and nothing may be done on it. */
  genuine: boolean;
  /** `unsigned`: issued before its unit had a key, and still let count here. */
  verdict: "genuine" | "unsigned" | "changed";
  contentHash: string;
  signer: { name: string; rank: string | null; title: string | null };
  unit: string;
  documentNumber: string;
  documentDate: string;
  /** From the register of organisations, never from the order. */
  dutyPhone: string | null;
  /** What is known of the sender, what warns first; empty for whoever is not asked. */
  trust: TrustMark[];
  /** Another order of the same sender is doubted or was found forged; nothing more is told of it. */
  senderHeld: boolean;
  /** The procuracy objects; its words are the police's, the number to call the register's. */
  objection: { at: string; phone: string | null } | null;
};

/** Somebody doubts that it is real (`held`), or it was found forged. */
export type Doubt = { state: "held" | "forged"; reason: string; note: string | null; at: string | null };

export type ReceivedRequest = {
  id: string;
  code: string;
  version: number;
  kindCode: string;
  urgency: Urgency;
  status: RequestStatus;
  requesterName: string;
  addresseeName: string;
  /** The reader belongs to the organisation that is asked (a prosecutor does not). */
  isDesk: boolean;
  dueAt: string | null;
  /** More time and a waived limit, as both sides read of them. */
  deadline: DeadlineStory;
  /** When a colleague means to be done with it. */
  work: WorkPromise;
  clock: ClockReading;
  sentAt: string;
  openedAt: string | null;
  answeredAt: string | null;
  /** When the reader's procuracy was told; null for a desk. */
  notifiedAt: string | null;
  rule: ReceivedRule | null;
  proof: Proof;
  doubt: Doubt | null;
  /** A doubt raised now would hold who signed and drafted it too, and not the order alone. */
  doubtHoldsSender: boolean;
  /** What the reader's procuracy objected; empty for the desk, which learns of it by `proof.objection`. */
  objections: Objection[];
  grounds: string;
  legalBases: LegalBasisLine[];
  disclosure: string | null;
  /** What the kind asks beside the targets. */
  details: Record<string, unknown> | null;
  /** Why it was sent back, insisted on or withdrawn, as the record tells it: never a text that no event brought. */
  stated: { reason: string; who: string; at: string } | null;
  refusalGround: string | null;
  disputedAmount: string;
  /** What the reader himself was typing beside the answers. */
  begun: { question: SavedDraft | null; refusal: SavedDraft | null };
  parent: { id: string; code: string; documentNumber: string | null } | null;
  /** The targets that are shown, and where among all they stand. */
  items: ReceivedItem[];
  span: ItemSpan;
  /** How many of those that are not shown wait for their answer. */
  openElsewhere: number;
  files: { id: string; name: string; size: number }[];
  /** What the desk itself added to its answer. */
  answerFiles: FileRow[];
  /** The institutions that answers name as receivers, by id. */
  institutions: Record<string, string>;
  clarifications: {
    id: string;
    question: string;
    askedBy: string;
    askedAt: string;
    reply: string | null;
    repliedAt: string | null;
  }[];
  history: { id: string; at: string; type: string; actor: string; reason: string | null }[];
  assignee: { membershipId: string; name: string; mine: boolean } | null;
  answering: { name: string; mine: boolean } | null;
  offers: ReceivedOffer[];
  /** The latest a suspension made now may last; null for kinds without such a limit. */
  latestHoldUntil: string | null;
};
export type Colleague = { membershipId: string; name: string };
export type Institution = { id: string; name: string; kind: OrganisationKind };
