"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { agreeToWithdraw, declineToWithdraw, proposeWithdrawal, takeBackWithdrawal } from "./commands";
import {
  agreeToWithdrawInput,
  declineToWithdrawInput,
  proposeWithdrawalInput,
  takeBackWithdrawalInput,
} from "./schema";

async function shown<Result extends { requestId: string }>(result: Result): Promise<Result> {
  revalidatePath(paths.home);
  revalidatePath(paths.requests);
  revalidatePath(paths.request(result.requestId));
  return result;
}

export const proposeWithdrawalAction = action(proposeWithdrawalInput, async (actor, input) =>
  shown(await proposeWithdrawal(actor, input)),
);
export const agreeToWithdrawAction = action(agreeToWithdrawInput, async (actor, input) =>
  shown(await agreeToWithdraw(actor, input)),
);
export const declineToWithdrawAction = action(declineToWithdrawInput, async (actor, input) =>
  shown(await declineToWithdraw(actor, input)),
);
export const takeBackWithdrawalAction = action(takeBackWithdrawalInput, async (actor, input) =>
  shown(await takeBackWithdrawal(actor, input)),
);
