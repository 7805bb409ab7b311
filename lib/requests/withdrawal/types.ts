/** What was proposed last: to take an issued request back. Instants ISO UTC; without a decision a commander's word is awaited. */
export type WithdrawalProposal = {
  id: string;
  reason: string;
  by: string;
  at: string;
  /** `taken_back`: by who proposed it. */
  decision: "withdrawn" | "declined" | "taken_back" | null;
  answer: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
};
/** What an issued request's page says of a proposed withdrawal, and whether the reader may propose one, or take his own back. */
export type ProposedWithdrawal = {
  proposal: WithdrawalProposal | null;
  mayPropose: boolean;
  mayTakeBack: boolean;
};
