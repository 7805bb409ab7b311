import type { TrailStatus } from "./status";

/** A sign for each state, in a square of 14 units: colour never speaks alone. */
export const signs: Record<TrailStatus, string> = {
  victim: "M7 6.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6M2.6 12a4.4 4.4 0 0 1 8.8 0",
  held: "M4.5 6V4.4a2.5 2.5 0 0 1 5 0V6M3 6h8v6H3z",
  partlyHeld: "M4.5 6V4.4a2.5 2.5 0 0 1 4.8-1M3 6h8v6H3z",
  returned: "M5 2.5 2.2 5.2 5 8M2.2 5.2H8a3.3 3.3 0 0 1 0 6.6H5.5",
  movedOn: "M1.8 7h10M8 3.2 11.8 7 8 10.8",
  cashedOut: "M1.5 3.8h11v6.4h-11zM7 5.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8",
  noBalance: "M7 1.8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 7 1.8M3.4 3.4l7.2 7.2",
  unexplained:
    "M5.2 5.3a1.8 1.8 0 1 1 2.6 1.6c-.5.3-.8.7-.8 1.3M7 10.3v.2M7 1.8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 7 1.8",
  asked: "M7 1.8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 7 1.8M7 4.2V7l2 1.3",
  unasked: "M7 2.5v9M2.5 7h9",
  abroad:
    "M7 1.8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 7 1.8M1.8 7h10.4M7 1.8c3 3 3 7.4 0 10.4M7 1.8c-3 3-3 7.4 0 10.4",
  crypto: "M7 1.6 11.8 4.3v5.4L7 12.4 2.2 9.7V4.3zM2.2 4.3 7 7l4.8-2.7M7 7v5.4",
  merchant: "M2.5 5.5v6.3h9V5.5M1.6 5.5 3 2.2h8l1.4 3.3zM5.6 11.8V8.4h2.8v3.4",
  unlinked: "M5.8 9.4 4.6 10.6a2.1 2.1 0 0 1-3-3l1.6-1.6M8.2 4.6l1.2-1.2a2.1 2.1 0 0 1 3 3l-1.6 1.6M3 3l8 8",
};
