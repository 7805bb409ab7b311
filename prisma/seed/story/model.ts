import type {
  CaseStatus,
  Outcome,
  ReportChannel,
  RequestStatus,
  SourceKind,
  TargetKind,
  Urgency,
} from "@/lib/generated/prisma/enums";
import type { DeadlinePolicy } from "@/lib/deadlines/policy";

/** Somebody of the story acting in one membership. */
export type Member = {
  userId: string;
  membershipId: string;
  name: string;
  orgId: string;
  provinceCode: string | null;
};
export type Unit = {
  code: string;
  id: string;
  symbol: string;
  provinceCode: string;
  specialisedCyber: boolean;
  investigators: Member[];
  /** Who may sign a kind, by kind code. */
  signerOf: (kindCode: StoryKind) => Member;
  procuracyId: string;
};
/** How well an institution does, drawn once: `pace` is the share of the time limit it usually takes. */
export type Institution = {
  code: string;
  id: string;
  name: string;
  kind: "bank" | "payment_intermediary" | "telecom";
  desk: Member[];
  pace: number;
  scatter: number;
  silent: number;
};
export type StoryKind =
  | "ACCOUNT_SUSPEND"
  | "EWALLET_SUSPEND"
  | "ACCOUNT_FREEZE"
  | "ACCOUNT_UNFREEZE"
  | "SUBSCRIBER_INFO"
  | "ACCOUNT_INFO"
  | "SIM_BLOCK"
  | "IP_INFO";
export type PolicyRow = DeadlinePolicy & { note: string | null; source: string };

export type Term = { policy: PolicyRow; dueAt: Date; spanMinutes: number };

export type StoryTarget = {
  id: string;
  kind: TargetKind;
  value: string;
  display: string;
  institution: Institution | null;
  holderName: string | null;
  at: Date;
};
export type Transfer = {
  id: string;
  at: Date;
  amount: bigint;
  to: Institution;
  toAccount: string;
  toName: string;
};
export type CashOut = { amount: bigint; at: Date; channel: "atm" | "counter" | "pos"; place: string };
export type StoryAnswer = {
  at: Date;
  by: Member;
  outcome: Outcome;
  held: bigint;
  transfers: Transfer[];
  cashOuts: CashOut[];
  /** Words of the answer that are no money: as the kind's schema has them. */
  words: Record<string, string>;
};
export type StoryItem = {
  id: string;
  target: StoryTarget;
  disputed: bigint | null;
  answer: StoryAnswer | null;
  /** Why more is disputed than the trail brought to the account. */
  overGround?: string;
  /** What the kind asks of this target. */
  details?: Record<string, unknown>;
};
/** `by` is null for what the clock alone did. */
export type StoryStep = {
  type: string;
  at: Date;
  by: Member | null;
  to: RequestStatus;
  shared: boolean;
  reason?: string;
  changes?: Record<string, unknown>;
};
export type StoryRequest = {
  id: string;
  code: string;
  /** Given to the mock's own requests; the others get the next free serial. */
  serial?: number;
  story: StoryCase;
  kind: StoryKind;
  urgency: Urgency;
  addressee: Institution;
  drafter: Member;
  signer: Member | null;
  assignee: Member | null;
  answering: Member | null;
  parent: StoryRequest | null;
  grounds: string;
  legalBases: string[];
  items: StoryItem[];
  steps: StoryStep[];
  clarification: {
    question: string;
    askedBy: Member;
    askedAt: Date;
    reply?: string;
    repliedBy?: Member;
    repliedAt?: Date;
  } | null;
  refusalGround: string | null;
  documentNumber: string | null;
  contentHash: string | null;
  openedAt: Date | null;
  /** What was signed after it and changed an amount; the items are as they are after it. */
  amendment?: StoryAmendment;
  /** A doubt of its receiver that a supervisor has dispelled. */
  doubt?: { raisedBy: Member; raisedAt: Date; decidedBy: Member; decidedAt: Date };
  /** Its answer was sent back and given again, within a time limit of its own. */
  sentBack?: { at: Date; againAt: Date; term: Term };
  /** The answer's and the acknowledgement's time limits, once sent. */
  term: Term | null;
  acknowledgeTerm: Term | null;
};
export type StoryAmendment = {
  id: string;
  item: StoryItem;
  /** VND before it. */
  before: bigint;
  reason: string;
  draftedAt: Date;
  issuedAt: Date;
  signer: Member;
  /** Given with the other documents' numbers. */
  documentNumber: string;
  baseHash: string;
  contentHash: string;
};
export type StoryVictim = {
  id: string;
  fullName: string;
  personId: string;
  phone: string;
  address: string;
  loss: bigint;
};
export type StoryPayment = {
  id: string;
  victimId: string;
  at: Date;
  amount: bigint;
  from: Institution;
  fromAccount: string;
  to: Institution;
  toAccount: string;
  toName: string;
};
export type StoryHold = {
  id: string;
  request: StoryRequest;
  item: StoryItem;
  amount: bigint;
  from: Date;
  until: Date | null;
  confirmedBy: StoryRequest | null;
  liftedBy: StoryRequest | null;
  releasedAt: Date | null;
  releaseReason: string | null;
  returned: bigint;
  /** When a part of it went back while the rest is held on. */
  returnedAt?: Date;
};
export type StoryCase = {
  id: string;
  code: string;
  serial?: number;
  unit: Unit;
  lead: Member;
  members: Member[];
  restricted: boolean;
  sourceKind: SourceKind;
  channel: ReportChannel;
  fraudType: string;
  contactChannels: string[];
  title: string;
  summary: string;
  status: CaseStatus;
  statusSteps: { to: CaseStatus; at: Date }[];
  decision: { number: string; at: Date } | null;
  reportedAt: Date;
  firstTransferAt: Date;
  victims: StoryVictim[];
  payments: StoryPayment[];
  targets: StoryTarget[];
  requests: StoryRequest[];
  holds: StoryHold[];
};

/** When a step of this kind was first taken. */
export function stepAt(request: StoryRequest, type: string): Date | null {
  return request.steps.find((step) => step.type === type)?.at ?? null;
}
export function statusOf(request: StoryRequest): RequestStatus {
  return request.steps.at(-1)?.to ?? "DRAFT";
}
export const lossOf = (story: StoryCase) => story.payments.reduce((sum, { amount }) => sum + amount, 0n);
export const disputedOf = (request: StoryRequest) =>
  request.items.reduce((sum, { disputed }) => sum + (disputed ?? 0n), 0n);
export const movedOf = (answer: StoryAnswer) =>
  answer.transfers.reduce((sum, { amount }) => sum + amount, 0n);
export const cashedOf = (answer: StoryAnswer) =>
  answer.cashOuts.reduce((sum, { amount }) => sum + amount, 0n);
