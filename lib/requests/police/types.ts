import type { HistoryLine } from "@/lib/audit/types";
import type { FileRow } from "@/lib/files/types";
import type { RequestStatus, Urgency } from "@/lib/generated/prisma/enums";
import type { Rung } from "@/lib/ladder/rungs";
import type { WorkPromise } from "@/lib/ladder/types";
import type { OwnDeadlineStory } from "@/lib/requests/deadline/types";
import type { RequestEvent } from "@/lib/requests/lifecycle";
import type { ItemSpan } from "@/lib/requests/item-page";
import type { ClockReading } from "@/lib/requests/rules";
import type { Objection } from "@/lib/requests/notified/types";
import type { RecalledVersion } from "@/lib/requests/signing/types";
import type { ProposedWithdrawal } from "@/lib/requests/withdrawal/types";
import type { DoubtOfUnit } from "@/lib/requests/suspicion/types";
import type { LinkedRequest, Recheck, Reroutes } from "@/lib/requests/followup/types";
import type { LegalBasis, RequestItem } from "@/lib/requests/types";

/** One line of the unit's list of requests. Amounts VND as digits, instants ISO UTC. */
export type PoliceRequestRow = {
  id: string;
  code: string;
  version: number;
  kindCode: string;
  urgency: Urgency;
  status: RequestStatus;
  caseId: string;
  caseCode: string;
  caseTitle: string;
  addressee: string;
  drafter: string;
  firstTarget: string | null;
  itemCount: number;
  answeredCount: number;
  disputedAmount: string;
  heldAmount: string;
  statedReason: string | null;
  /** Messages of others that the reader has not seen yet. */
  unread: number;
  /** How far it was reported as overdue: the latest rung of the ladder; null when it was not. */
  climbed: Rung | null;
  /** Its addressee doubts that it is real (`held`), or it was found forged. */
  doubt: { state: "held" | "forged" } | null;
  createdAt: string;
  clock: ClockReading;
};

/** `rechecks`: looks at what was taken down since then, newest first; null for answers after which nobody looks again. */
export type PoliceItem = RequestItem & { rechecks: Recheck[] | null };

export type Question = {
  id: string;
  question: string;
  askedBy: string;
  askedAt: string;
  reply: string | null;
  repliedBy: string | null;
  repliedAt: string | null;
};
export type HoldRow = {
  id: string;
  account: string;
  amount: string;
  from: string;
  until: string | null;
  releasedAt: string | null;
  releaseReason: string | null;
};

/** A request as its own unit sees it. */
export type PoliceRequest = Omit<
  PoliceRequestRow,
  "firstTarget" | "statedReason" | "unread" | "climbed" | "doubt" | "createdAt"
> & {
  version: number;
  requester: string;
  addresseeOnPortal: boolean;
  addresseeDutyPhone: string | null;
  signer: string | null;
  assignee: string | null;
  /** Who took it over; null is nobody. Without a hand-over its drafter follows it. */
  officer?: string | null;
  documentNumber: string | null;
  documentDate: string | null;
  contentHash: string | null;
  grounds: string;
  legalBases: LegalBasis[];
  disclosure: string | null;
  /** What the kind asks beside its targets. */
  details: Record<string, unknown> | null;
  parent: { id: string; code: string; kindCode: string } | null;
  refusalGround: string | null;
  statedReason: string | null;
  movedAmount: string;
  cashedOutAmount: string;
  sentAt: string | null;
  openedAt: string | null;
  acknowledgedAt: string | null;
  answeredAt: string | null;
  rule: { text: string | null; basis: string | null } | null;
  /** The targets that are shown, and where among all they stand. */
  items: PoliceItem[];
  span: ItemSpan;
  /** All that have an answer, for sending some back. */
  answered: { id: string; label: string }[];
  /** Names of the institutions that answers mention, by id. */
  institutions: Record<string, string>;
  questions: Question[];
  holds: HoldRow[];
  files: FileRow[];
  history: HistoryLine[];
  offers: RequestEvent[];
  /** Others that the same act handed in and that the reader may take back with it. */
  handedInWith: { id: string; version: number; code: string }[];
  /** That somebody proposes to withdraw it. */
  deadline: OwnDeadlineStory;
  /** When a colleague means to be done with it. */
  work: WorkPromise;
  withdrawal: ProposedWithdrawal;
  /** It was withdrawn, and the reader may write a new one that begins with what it said. */
  mayDraftAgain: boolean;
  /** What was handed in and taken back, the latest first. */
  recalled: RecalledVersion[];
  /** Somebody doubts that it is real, or it was found forged. */
  doubt: DoubtOfUnit | null;
  /** What the notified procuracy objects, the latest first. */
  objections: Objection[];
  mayReplyObjection: boolean;
  /** When the procuracy was told. */
  notifiedAt: string | null;
  /** Requests that this one came from or led to. */
  links: LinkedRequest[];
  /** What is not the addressee's and waits to be passed on; null when nothing does, or it is not the actor's to do. */
  reroutes: Reroutes | null;
  mayRecheck: boolean;
  /** Money moved on to where nobody was asked yet, and the reader may ask there. */
  asksNext: boolean;
  mayRewrite: boolean;
  mayAttach: boolean;
  /** The answer is late, and the reader may say so to its addressee. */
  mayRemind: boolean;
};
