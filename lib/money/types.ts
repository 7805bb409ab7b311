type Place = "held" | "cashedOut" | "movedOnPending" | "unexplained" | "returned" | "unasked";

/** A ledger as a screen receives it: amounts VND as digits. */
export type LedgerView = Record<Place | "reported" | "heldBeyondTrail", string> & {
  layers: ({ layer: number } & Record<Place | "entered" | "movedOn", string>)[];
};
