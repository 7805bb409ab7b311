import type { TargetKind, Urgency } from "@/lib/generated/prisma/enums";
import type { PaidIn } from "@/lib/money/trail/paid-into";
import type { AmendmentChanges } from "@/lib/requests/amendments/types";
import type { LegalBasisLine } from "@/lib/requests/types";

/** One thing that a kind asks beside its targets: the field's key and type (lib/requests/kinds/field.ts) and the value in words or as stored. */
export type AskedFact = {
  key: string;
  type: string;
  value: string;
  /** An instant of which a day alone may be meant. */
  dayAlone?: boolean;
};

/** An issued amendment, as the amended paper names it. Instant ISO in UTC. */
export type AmendedBy = {
  number: number;
  documentNumber: string;
  issuedAt: string;
  reason: string;
  changes: AmendmentChanges;
  signer: string | null;
};

/** A request as a paper. Money VND as digits, instants ISO in UTC; nothing signed yet: no number, no signer, no hash. */
export type Letter = {
  id: string;
  code: string;
  kindCode: string;
  /** CV, LPT, QĐ: an official letter has a subject line, an order or a decision has a title. */
  documentType: string;
  documentName: { vi: string; en: string };
  urgency: Urgency;
  isWithdrawn: boolean;
  issuer: { above: string | null; name: string; phone: string | null };
  place: string;
  documentNumber: string | null;
  signedAt: string | null;
  addressee: string;
  procuracy: string | null;
  legalBases: LegalBasisLine[];
  grounds: string;
  disclosure: string | null;
  parent: { number: string; date: string | null } | null;
  /** First to last; the rest of the letter is what is in force after them. */
  amended: AmendedBy[];
  asked: AskedFact[];
  items: {
    position: number;
    kind: TargetKind;
    display: string;
    holderName: string | null;
    disputedAmount: string | null;
    overGround: string | null;
    asked: AskedFact[];
    /** The payments that came to it, where the kind is about money; of this account alone. */
    paidIn: PaidIn[];
  }[];
  disputedAmount: string;
  dueAt: string | null;
  /** `capacity`: the legal title under which he signed, a code of `admin.signer`. */
  signer: { name: string; rank: string | null; title: string | null; capacity: string | null } | null;
  /** Files of the unit that asks, which go with it. */
  annexes: { name: string; sha256: string }[];
  contentHash: string | null;
  /** Null before signing. */
  genuine: boolean | null;
  /** Where anybody may ask whether it is valid. Null before signing. */
  check: { code: string; page: string; address: string } | null;
};
