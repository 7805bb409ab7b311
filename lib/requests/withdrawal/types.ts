/** What was proposed last: to take an issued request back. Instants ISO UTC; without a decision a commander's word is awaited. */
export type WithdrawalProposal = {
  id: string;
  reason: string;
  by: string;
  at: string;
  decision: "withdrawn" | "declined" | null;
  answer: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
};
/** What an issued request's page says of a proposed withdrawal, and whether the reader may propose one. */
export type ProposedWithdrawal = { proposal: WithdrawalProposal | null; mayPropose: boolean };
