/** A doubt in the list of whoever supervises or administers: ids and names of the register, nothing of the order. Instants ISO UTC. */
export type SuspicionRow = {
  id: string;
  requestId: string;
  code: string;
  reason: string;
  requester: string;
  addressee: string;
  signer: string;
  drafter: string;
  raisedAt: string;
  decidedAt: string | null;
  decision: "genuine" | "forged" | null;
  decidedBy: string | null;
  /** Signer and drafter neither sign nor submit. */
  holdsSender: boolean;
  /** The reader may open the order itself. */
  mayOpen: boolean;
};

/** Another order of the same sender that is still open, for the supervisor to look at. */
export type OtherOrder = {
  id: string;
  code: string;
  kindCode: string;
  status: string;
  addressee: string;
  disputedAmount: string;
};

/** What the unit's page says of a doubt: who raised it, what may be done, what else the sender has open. */
export type DoubtOfUnit = {
  state: "held" | "forged";
  reason: string;
  note: string | null;
  raisedAt: string;
  raisedBy: string;
  decidedBy: string | null;
  /** This reader may decide. */
  mayReview: boolean;
  /** The sender is still held and this reader may let him go. */
  mayRestore: boolean;
  senderHeld: boolean;
  others: OtherOrder[];
};
