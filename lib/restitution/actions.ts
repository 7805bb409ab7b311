"use server";

import { revalidatePath } from "next/cache";
import { proveAgain } from "@/lib/access/prove-again";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import {
  approveRestitution,
  cancelRestitution,
  recallRestitution,
  returnRestitution,
  submitRestitution,
} from "./commands";
import { draftRestitution } from "./draft";
import { recordReturn } from "./returns";
import {
  approveDecisionInput,
  decisionReasonInput,
  decisionStepInput,
  recordReturnInput,
  restitutionInput,
} from "./schema";

async function shown<T>(result: T): Promise<T> {
  revalidatePath(paths.cases, "layout");
  revalidatePath(paths.deskReturns);
  revalidatePath(paths.holds, "layout");
  return result;
}

export const draftRestitutionAction = action(restitutionInput, async (actor, input) =>
  shown(await draftRestitution(actor, input)),
);
export const submitRestitutionAction = action(decisionStepInput, async (actor, input) =>
  shown(await submitRestitution(actor, input)),
);
export const recallRestitutionAction = action(decisionStepInput, async (actor, input) =>
  shown(await recallRestitution(actor, input)),
);
export const returnRestitutionAction = action(decisionReasonInput, async (actor, input) =>
  shown(await returnRestitution(actor, input)),
);
/** Proves the second factor anew when a code came along. */
export const approveRestitutionAction = action(approveDecisionInput, async (actor, { code, ...input }) => {
  const signer = code ? await proveAgain(actor, code) : actor;
  return shown(await approveRestitution(signer, input));
});
export const cancelRestitutionAction = action(decisionReasonInput, async (actor, input) =>
  shown(await cancelRestitution(actor, input)),
);
export const recordReturnAction = action(recordReturnInput, async (actor, input) =>
  shown(await recordReturn(actor, input)),
);
