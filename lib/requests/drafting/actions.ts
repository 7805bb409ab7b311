"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { shownToUnit } from "@/lib/requests/shown-to-unit";
import { paths } from "@/lib/paths";
import { discardRequest, recallRequest, submitRequest } from "@/lib/requests/commands";
import { draftInput, draftReadInput, stepInput } from "@/lib/requests/schema";
import { saveDraft } from "./commands";
import { draftAsSaved } from "./queries";

export const saveDraftAction = action(draftInput, async (actor, input) => {
  const saved = await saveDraft(actor, input);
  revalidatePath(paths.case(input.caseId));
  return shownToUnit(saved);
});
export const submitRequestAction = action(stepInput, async (actor, input) =>
  shownToUnit(await submitRequest(actor, input)),
);
export const discardRequestAction = action(stepInput, async (actor, input) =>
  shownToUnit(await discardRequest(actor, input)),
);
export const recallRequestAction = action(stepInput, async (actor, input) =>
  shownToUnit(await recallRequest(actor, input)),
);
/** What stands there now, when somebody saved it before the person who asks. */
export const draftAsSavedAction = action(draftReadInput, (actor, { requestId }) =>
  draftAsSaved(actor, requestId),
);
