type Place =
  "held" | "cashedOut" | "movedOnPending" | "unexplained" | "sentBack" | "returned" | "unasked" | "outside";

/** A ledger as a screen receives it: amounts VND as digits. */
export type LedgerView = Record<Place | "reported" | "heldBeyondTrail" | "surplus", string> & {
  layers: ({ layer: number } & Record<Place | "entered" | "movedOn" | "cameRound", string>)[];
};
