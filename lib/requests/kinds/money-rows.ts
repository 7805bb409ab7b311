import type { z } from "zod";
import type { cashOut, onwardTransfer } from "./money-row-schema";

/** Who keeps money, so that it can have gone there. */
export const moneyKeepers = ["bank", "payment_intermediary"] as const;

export const transferDirections = ["out", "in"] as const;
export type TransferDirection = (typeof transferDirections)[number];
/** `direction` `in`: the money came from the account that the row names; all others went there. */
export type OnwardTransfer = z.output<ReturnType<typeof onwardTransfer>>;

export const cashChannels = ["atm", "counter", "pos"] as const;
export type CashOut = z.output<ReturnType<typeof cashOut>>;
