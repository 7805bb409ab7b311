"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { discardRequest, recallRequest, submitRequest } from "@/lib/requests/commands";
import { draftInput, draftReadInput, stepInput } from "@/lib/requests/schema";
import type { StepResult } from "@/lib/requests/step";
import { saveDraft } from "./commands";
import { draftAsSaved } from "./queries";

async function shown<Result extends StepResult>(result: Result): Promise<Result> {
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
export const recallRequestAction = action(stepInput, async (actor, input) =>
  shown(await recallRequest(actor, input)),
);
/** What stands there now, when somebody saved it before the person who asks. */
export const draftAsSavedAction = action(draftReadInput, (actor, { requestId }) =>
  draftAsSaved(actor, requestId),
);
