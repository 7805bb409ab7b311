import type { RestitutionStatus } from "@/lib/generated/prisma/enums";
import type { LeftOut } from "@/lib/release/orders/types";
import type { Payee } from "./schema";

/**
 * An objection of the procuracy to a hold's order (`id`, `code` are the order's), or an appeal against the hold, that waits for its answer;
 * `upheld`: an appeal that was found right and waits until the money is let go.
 */
export type Dispute = {
  kind: "objection" | "appeal" | "upheld";
  id: string;
  code: string;
  by: string;
  at: string;
};

/** Amounts VND as digits, instants ISO UTC. */
export type SourceHoldRow = {
  id: string;
  requestId: string;
  requestCode: string;
  holder: string;
  account: string;
  accountName: string | null;
  /** Money may be given back out of it: of an account by its freeze alone, of a wallet once the case is initiated. */
  isPayable: boolean;
  amount: string;
  returned: string;
  decided: string;
  available: string;
  linked: string;
  fromAt: string;
  days: number;
  disputes: Dispute[];
};
export type SourceVictimRow = {
  id: string;
  name: string;
  loss: string;
  missed: string;
  account: string | null;
  institutionId: string | null;
};
export type ProposedRow = { holdId: string; victimId: string; traced: string; amount: string };
export type ReturnRow = { id: string; amount: string; returnedAt: string; reference: string };
export type ShareRow = {
  id: string;
  version: number;
  position: number;
  holdId: string;
  victimId: string;
  holder: string;
  account: string;
  victim: string;
  traced: string;
  proposed: string;
  amount: string;
  ground: string | null;
  days: number;
  payeeAccount: string | null;
  payeeInstitution: string | null;
  payeeInstitutionId: string | null;
  returned: string;
  returns: ReturnRow[];
};
export type DecisionRow = {
  id: string;
  version: number;
  status: RestitutionStatus;
  grounds: string;
  payee: Payee;
  custody: string | null;
  file: { id: string; name: string } | null;
  statedReason: string | null;
  total: string;
  returned: string;
  drafter: string;
  signer: string | null;
  documentNumber: string | null;
  documentDate: string | null;
  createdAt: string;
  contentHash: string;
  shares: ShareRow[];
  /** What waits for an answer about the holds that it pays from: until then it is neither approved nor paid out. */
  disputes: (Dispute & { holdId: string; holder: string; account: string })[];
  may: {
    edit: boolean;
    submit: boolean;
    recall: boolean;
    return: boolean;
    approve: boolean;
    cancel: boolean;
  };
};
/** Suspensions of a case, which give nothing back before a freeze confirms them: those that a press drafts freezes for, and why not the others. */
export type Freezes = { ready: string[]; leftOut: LeftOut[]; drafters: string[] };
/** What the page of a case's restitution shows to its unit. */
export type RestitutionView = {
  case: { id: string; code: string; title: string; restricted: boolean };
  holds: SourceHoldRow[];
  victims: SourceVictimRow[];
  proposed: ProposedRow[];
  decisions: DecisionRow[];
  freezes: Freezes;
  files: { id: string; name: string }[];
  institutions: { id: string; name: string }[];
  /** VND: held now, decided and not yet returned, returned altogether. */
  sums: { held: string; decided: string; returned: string; missed: string };
  mayDraft: boolean;
};

/** What the holder has to return of one decision: nothing of the case, and of a victim only what the decision discloses. */
export type ReturnTask = {
  id: string;
  documentNumber: string;
  documentDate: string;
  issuedAt: string;
  unit: string;
  unitPhone: string | null;
  payee: Payee;
  custody: string | null;
  isCancelled: boolean;
  total: string;
  returned: string;
  shares: {
    id: string;
    version: number;
    position: number;
    requestId: string;
    requestCode: string;
    account: string;
    accountName: string | null;
    amount: string;
    returned: string;
    isCancelled: boolean;
    isEnded: boolean;
    /** Somebody waits for an answer about this hold: nothing is paid out of it before. */
    isDisputed: boolean;
    payeeName: string | null;
    payeeAccount: string | null;
    payeeInstitution: string | null;
    returns: ReturnRow[];
  }[];
};
