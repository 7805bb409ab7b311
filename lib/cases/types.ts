import type { Elsewhere } from "@/lib/requests/kinds/elsewhere";
import type { HistoryLine } from "@/lib/audit/types";
import type { CaseStatus, ReportChannel, SourceKind, TargetKind } from "@/lib/generated/prisma/enums";

export type LegalClock = {
  id: string;
  label: string;
  startsAt: string;
  dueAt: string;
  spanMinutes: number;
  state: "running" | "paused" | "met" | "missed" | "cancelled";
  endedAt: string | null;
  text: string | null;
  basis: string | null;
  /** Ends by saying that somebody was told, and may be ended so now. */
  isNotice: boolean;
  /** Under which number and on which day (yyyy-mm-dd) it was told; until when the procuracy extended. */
  told: { number: string; date: string; until: string | null } | null;
  /** By which paper and on which day (yyyy-mm-dd) it began, where the officer said so. */
  begun: { number: string; date: string } | null;
};

/** One line of a list of cases. Amounts VND as digits, instants ISO UTC. */
export type CaseRow = {
  id: string;
  code: string;
  title: string;
  status: CaseStatus;
  restricted: boolean;
  fraudType: string;
  unit: string;
  lead: string | null;
  reportedAt: string;
  createdAt: string;
  firstTransferAt: string | null;
  reportedLoss: string;
  held: string;
  openRequests: number;
  due: { dueAt: string; spanMinutes: number } | null;
};

export type VictimRow = {
  id: string;
  fullName: string;
  personId: string | null;
  phone: string | null;
  address: string | null;
  paid: string;
};
export type PaymentRow = {
  id: string;
  victim: string;
  at: string;
  amount: string;
  fromInstitution: string | null;
  fromAccount: string | null;
  toInstitution: string | null;
  toAccount: string;
  toName: string | null;
  reference: string | null;
};
export type TargetRow = {
  id: string;
  kind: TargetKind;
  value: string;
  display: string;
  institutionId: string | null;
  institution: string | null;
  holderName: string | null;
  note: string | null;
  requests: number;
};
export type MemberRow = { membershipId: string; name: string; title: string | null; isLead: boolean };
export type NoteRow = { id: string; author: string; at: string; body: string };
export type TransferRow = {
  id: string;
  at: string;
  amount: string;
  fromInstitution: string | null;
  fromAccount: string;
  toInstitution: string | null;
  /** The side without an institution of the register, when it was told where that is. */
  elsewhere: Elsewhere | null;
  toAccount: string;
  toName: string | null;
  reference: string | null;
  requestId: string;
};

/** A case as its unit sees it. */
export type CaseDetail = {
  id: string;
  code: string;
  version: number;
  title: string;
  summary: string;
  status: CaseStatus;
  restricted: boolean;
  unitId: string;
  unit: string;
  sourceKind: SourceKind;
  channel: ReportChannel;
  fraudType: string;
  contactChannels: string[];
  commune: string | null;
  reportedAt: string;
  createdAt: string;
  firstTransferAt: string | null;
  firstSentAt: string | null;
  firstHeldAt: string | null;
  reportedLoss: string;
  decisionNumber: string | null;
  decisionDate: string | null;
  deadlines: LegalClock[];
  victims: VictimRow[];
  payments: PaymentRow[];
  targets: TargetRow[];
  members: MemberRow[];
  notes: NoteRow[];
  transfers: TransferRow[];
  history: HistoryLine[];
  may: {
    edit: boolean;
    draftRequest: boolean;
    changeStatus: boolean;
    markNotified: boolean;
    appoint: boolean;
    restrict: boolean;
  };
};

export type Institution = {
  id: string;
  name: string;
  kind: "bank" | "payment_intermediary" | "telecom" | "platform" | "isp_registrar";
  /** What it is among its kind: a registrar or a carrier. */
  segment?: string | null;
};
export type CaseFormOptions = {
  fraudTypes: { code: string; name: string; group: string }[];
  institutions: Institution[];
  communes: { code: string; name: string }[];
};
