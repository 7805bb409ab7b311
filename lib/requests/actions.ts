"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import {
  acceptAnswer,
  clarifyRequest,
  discardRequest,
  disputeRefusal,
  sendBackAnswer,
  submitRequest,
  withdrawRequest,
} from "./commands";
import { saveDraft } from "./drafting";
import { clarifyInput, draftInput, reasonInput, sendBackInput, stepInput } from "./schema";
import type { StepResult } from "./step";

async function shown(result: StepResult): Promise<StepResult> {
  revalidatePath(paths.home);
  revalidatePath(paths.requests);
  revalidatePath(paths.request(result.requestId));
  return result;
}

export const saveDraftAction = action(draftInput, async (actor, input) => {
  const saved = await saveDraft(actor, input);
  revalidatePath(paths.case(input.caseId));
  return shown(saved);
});
export const submitRequestAction = action(stepInput, async (actor, input) =>
  shown(await submitRequest(actor, input)),
);
export const discardRequestAction = action(stepInput, async (actor, input) =>
  shown(await discardRequest(actor, input)),
);
export const clarifyRequestAction = action(clarifyInput, async (actor, input) =>
  shown(await clarifyRequest(actor, input)),
);
export const acceptAnswerAction = action(stepInput, async (actor, input) =>
  shown(await acceptAnswer(actor, input)),
);
export const sendBackAnswerAction = action(sendBackInput, async (actor, input) =>
  shown(await sendBackAnswer(actor, input)),
);
export const disputeRefusalAction = action(reasonInput, async (actor, input) =>
  shown(await disputeRefusal(actor, input)),
);
export const withdrawRequestAction = action(reasonInput, async (actor, input) =>
  shown(await withdrawRequest(actor, input)),
);
