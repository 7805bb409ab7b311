"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { acknowledgeEscalation, urgeEscalation } from "./commands";
import { changeLadderStep, confirmLadderStep } from "./policy-commands";
import { endPromise, promiseWork } from "./promises";
import { confirmStepInput, endPromiseInput, escalationInput, ladderStepInput, promiseInput } from "./schema";

export const acknowledgeEscalationAction = action(escalationInput, async (actor, input) => {
  const result = await acknowledgeEscalation(actor, input);
  revalidatePath(paths.overdue);
  return result;
});
export const urgeEscalationAction = action(escalationInput, async (actor, input) => {
  const result = await urgeEscalation(actor, input);
  revalidatePath(paths.overdue);
  return result;
});

const promised = <T extends { requestId: string }>(result: T): T => {
  for (const path of [paths.queue, paths.request(result.requestId)]) revalidatePath(path);
  return result;
};
export const promiseWorkAction = action(promiseInput, async (actor, input) =>
  promised(await promiseWork(actor, input)),
);
export const endPromiseAction = action(endPromiseInput, async (actor, input) =>
  promised(await endPromise(actor, input)),
);

export const changeLadderStepAction = action(ladderStepInput, async (actor, input) => {
  const result = await changeLadderStep(actor, input);
  revalidatePath(paths.adminLadder);
  return result;
});
export const confirmLadderStepAction = action(confirmStepInput, async (actor, input) => {
  const result = await confirmLadderStep(actor, input);
  revalidatePath(paths.adminLadder);
  return result;
});
