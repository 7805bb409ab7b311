"use server";

import { action } from "@/lib/action";
import { shownToUnit } from "@/lib/requests/shown-to-unit";
import { agreeToWithdraw, declineToWithdraw, proposeWithdrawal, takeBackWithdrawal } from "./commands";
import {
  agreeToWithdrawInput,
  declineToWithdrawInput,
  proposeWithdrawalInput,
  takeBackWithdrawalInput,
} from "./schema";

export const proposeWithdrawalAction = action(proposeWithdrawalInput, async (actor, input) =>
  shownToUnit(await proposeWithdrawal(actor, input)),
);
export const agreeToWithdrawAction = action(agreeToWithdrawInput, async (actor, input) =>
  shownToUnit(await agreeToWithdraw(actor, input)),
);
export const declineToWithdrawAction = action(declineToWithdrawInput, async (actor, input) =>
  shownToUnit(await declineToWithdraw(actor, input)),
);
export const takeBackWithdrawalAction = action(takeBackWithdrawalInput, async (actor, input) =>
  shownToUnit(await takeBackWithdrawal(actor, input)),
);
