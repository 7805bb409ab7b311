import type { Letter } from "@/lib/requests/letters/types";
import type { Payee } from "./schema";

/** A decision to give back as a paper. Money VND as digits, instants ISO in UTC; before approval no number, no signer, no code. */
export type DecisionPaper = Pick<
  Letter,
  "issuer" | "place" | "documentNumber" | "signer" | "legalBases" | "contentHash" | "genuine" | "check"
> & {
  /** Null on an extract: a holder does not learn the case. */
  caseCode: string | null;
  approvedAt: string | null;
  isCancelled: boolean;
  /** One holder's own part of it. */
  isExtract: boolean;
  grounds: string;
  payee: Payee;
  custody: string | null;
  /** Of the shares that stand here. */
  total: string;
  shares: {
    position: number;
    /** Null when the decision does not disclose him to this reader. */
    victim: string | null;
    holder: string;
    holderShort: string;
    account: string;
    accountName: string | null;
    payeeAccount: string | null;
    payeeInstitution: string | null;
    amount: string;
  }[];
  annex: { name: string; sha256: string } | null;
};
