import type { TargetKind, Urgency } from "@/lib/generated/prisma/enums";
import type { LegalBasisLine } from "@/lib/requests/types";

/** A request as a paper. Money VND as digits, instants ISO in UTC; nothing signed yet: no number, no signer, no hash. */
export type Letter = {
  id: string;
  code: string;
  kindCode: string;
  /** CV, LPT, QĐ: an official letter has a subject line, an order or a decision has a title. */
  documentType: string;
  documentName: { vi: string; en: string };
  urgency: Urgency;
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
  items: {
    position: number;
    kind: TargetKind;
    display: string;
    holderName: string | null;
    disputedAmount: string | null;
    overGround: string | null;
  }[];
  disputedAmount: string;
  dueAt: string | null;
  signer: { name: string; rank: string | null; title: string | null } | null;
  contentHash: string | null;
  /** Null before signing. */
  genuine: boolean | null;
};
