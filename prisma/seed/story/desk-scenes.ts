import type { StoryKind, StoryRequest } from "./model";

/** Where a fresh request stands at the moment of seeding; times are minutes before it. */
export type Scene = {
  to: string;
  /** Amounts in millions of VND, one per account; a telecom is asked about as many numbers. */
  amounts: number[];
  urgency?: StoryRequest["urgency"];
  kind?: StoryKind;
  sent?: number;
  state: "draft" | "returned" | "pending" | "sent" | "received" | "working" | "asked" | "partly" | "answered";
  account?: string;
  name?: string;
  desk?: number;
  drafter?: number;
};

const half = ["vietinbank", "mb-bank", "techcombank"].map((bank) => `bank:${bank}`);

/** What each demonstration desk finds waiting, besides the ordinary course of things. An answer is due in 60 minutes. */
export const scenes: Record<string, Scene[]> = {
  "police:25:pa05": [
    ...half.flatMap((to): Scene[] => [
      { to, amounts: [214], urgency: "urgent", sent: 26, state: "received" },
      { to, amounts: [96, 35], urgency: "urgent", sent: 75, state: "asked" },
      { to, amounts: [128, 64], urgency: "urgent", sent: 41, state: "answered" },
    ]),
    { to: "payment:momo", amounts: [45], urgency: "emergency", sent: 48, state: "received" },
    { to: "payment:momo", amounts: [18, 7], urgency: "urgent", sent: 68, state: "sent" },
    { to: "payment:momo", amounts: [22], urgency: "urgent", sent: 33, state: "answered" },
    { to: "telecom:viettel", amounts: [1], urgency: "emergency", sent: 168, state: "received" },
    { to: "telecom:viettel", amounts: [1, 1], urgency: "emergency", sent: 222, state: "sent" },
    { to: "telecom:viettel", amounts: [1, 1, 1], urgency: "normal", sent: 900, state: "asked" },
    { to: "bank:mb-bank", amounts: [500], urgency: "emergency", state: "pending", sent: 4 },
    { to: "bank:sacombank", amounts: [86.4], urgency: "urgent", state: "pending", sent: 9 },
    { to: "bank:bidv", amounts: [214], urgency: "urgent", state: "pending", sent: 31 },
    { to: "telecom:viettel", amounts: [1, 1], urgency: "normal", state: "pending", sent: 44 },
    { to: "bank:acb", amounts: [128.4], urgency: "normal", state: "pending", sent: 66 },
    { to: "payment:momo", amounts: [12.5], urgency: "urgent", state: "pending", sent: 17 },
    { to: "bank:tpbank", amounts: [73], urgency: "urgent", state: "returned", sent: 55 },
    { to: "bank:vpbank", amounts: [41, 20], urgency: "normal", state: "returned", sent: 140 },
    { to: "bank:vietcombank", amounts: [310], urgency: "urgent", state: "draft", sent: 12 },
  ],
  "police:25:pc02": [
    {
      to: "bank:vietinbank",
      kind: "ACCOUNT_FREEZE",
      amounts: [1_200, 420, 300, 140, 80],
      urgency: "urgent",
      sent: 13,
      state: "sent",
      account: "109255183304",
      name: "CTY SO AN PHAT",
    },
    { to: "bank:mb-bank", amounts: [88], urgency: "urgent", sent: 48, state: "sent" },
    { to: "bank:techcombank", amounts: [150], urgency: "urgent", sent: 7, state: "pending" },
    { to: "bank:vietinbank", amounts: [64], urgency: "urgent", sent: 37, state: "answered" },
  ],
  "police:31:pc02": [
    {
      to: "bank:vietinbank",
      amounts: [86.5],
      urgency: "urgent",
      sent: 102,
      state: "working",
      account: "105077432281",
      name: "LE VAN HUNG",
      desk: 1,
    },
    { to: "bank:mb-bank", amounts: [52], urgency: "urgent", sent: 102, state: "received" },
    { to: "bank:techcombank", amounts: [39], urgency: "urgent", sent: 68, state: "sent" },
  ],
  "police:01:pa05": [
    {
      to: "bank:vietinbank",
      amounts: [180, 92, 40],
      urgency: "urgent",
      sent: 68,
      state: "partly",
      account: "101733906642",
      name: "NGUYEN THI KIM CHI",
      desk: 1,
    },
    { to: "bank:techcombank", amounts: [260], urgency: "emergency", sent: 48, state: "received" },
    { to: "telecom:viettel", amounts: [1], urgency: "emergency", sent: 120, state: "working" },
  ],
  "police:01:pc02": [
    {
      to: "bank:vietinbank",
      amounts: [45],
      urgency: "urgent",
      sent: 42,
      state: "sent",
      account: "113400827715",
      name: "PHAM GIA BAO",
    },
  ],
};
