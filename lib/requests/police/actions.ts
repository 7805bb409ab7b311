"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import {
  acceptAnswer,
  clarifyRequest,
  disputeRefusal,
  sendBackAnswer,
  withdrawRequest,
} from "@/lib/requests/commands";
import { clarifyInput, reasonInput, sendBackInput, stepInput } from "@/lib/requests/schema";
import type { StepResult } from "@/lib/requests/step";

async function shown(result: StepResult): Promise<StepResult> {
  revalidatePath(paths.home);
  revalidatePath(paths.requests);
  revalidatePath(paths.request(result.requestId));
  return result;
}

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
