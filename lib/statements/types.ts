import type { CaseFormOptions } from "@/lib/cases/types";
import type { FiledBefore } from "./filed-before";
import type { OrganisationKind } from "@/lib/generated/prisma/enums";
import type { FoundFlag, FoundKind, SetAsideReason } from "@/lib/recognise/types";
import type { KindOption } from "@/lib/requests/drafting/types";
import type { TargetKind } from "@/lib/targets/target-kind";

/** Whom a request may go to; `code` is `bank:<id>`, `payment:<id>`, `telecom:<id>`, `platform:<id>` of the register. */
export type Receiver = {
  id: string;
  code: string;
  name: string;
  kind: OrganisationKind;
  segment: string | null;
};

/** Where a find stands in the text. UTF-16 offsets, `end` exclusive. */
export type Mark = {
  start: number;
  end: number;
  kind: FoundKind;
  /** sure: taken without a click; doubt: waits for one; aside: seen and not taken. */
  state: "sure" | "doubt" | "aside";
  /** The row of the list beside the text that this mark belongs to; null for what is only shown. */
  row: string | null;
  flags: readonly FoundFlag[];
  reason: SetAsideReason | null;
};

/** Something a request may be about, as the officer checks it. */
export type ReadTarget = {
  row: string;
  kind: TargetKind;
  value: string;
  /** As people read it. */
  display: string;
  /** The bank, issuer, operator or platform of the register; null when the text does not tell. */
  receiverId: string | null;
  /** As the text names him behind the account; empty when it does not. */
  holderName: string;
  sure: boolean;
  flags: readonly FoundFlag[];
  told: Told;
};

/** What the text says beside a target that a request may have to tell: JSON of the kinds' own fields, by their keys. */
export type Told = {
  /** The sentence in which it stands. */
  passage?: string;
  port?: string;
  /** ISO UTC. */
  seenAt?: string;
};

/** Money that the text says went to one of the targets. Amount VND as digits; `at` ISO UTC, null when no day can be told. */
export type ReadPayment = {
  to: string;
  amount: string;
  at: string | null;
  /** False when the day was not written beside the hour. */
  atSure: boolean;
  fromAccount: string | null;
  sure: boolean;
};

export type StatementReading = {
  text: string;
  marks: Mark[];
  targets: ReadTarget[];
  payments: ReadPayment[];
  /** Sums that the text itself gives of what was paid or lost, VND as digits. */
  statedTotals: string[];
  /** The name that the statement's writer gives himself; empty when there is none. */
  victimName: string;
  /** His own number and his citizen's number, where the text says so; empty when it does not. Neither is a target. */
  victimPhone: string;
  victimPersonId: string;
  /** The case of the unit in which the same text lies already. */
  filed: FiledBefore | null;
};

export type FraudTypeOption = CaseFormOptions["fraudTypes"][number] & { suggested: string[] };

/** What the officer chooses from while a statement becomes requests. */
export type StatementOptions = {
  /** The case that the statement adds to; null for one that is opened with it. */
  owner: { id: string; code: string; title: string; fraudTypeCode: string; victims: string[] } | null;
  fraudTypes: FraudTypeOption[];
  receivers: Receiver[];
  kinds: KindOption[];
};

/** What became of a statement that was filed. */
export type Filed = { caseId: string; code: string; requestIds: string[] };
