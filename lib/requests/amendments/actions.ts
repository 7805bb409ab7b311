"use server";

import { revalidatePath } from "next/cache";
import { proveAgain } from "@/lib/access/prove-again";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import {
  type AmendmentResult,
  discardAmendment,
  recallAmendment,
  returnAmendment,
  saveAmendment,
  submitAmendment,
} from "./commands";
import { issueAmendment } from "./issue";
import { amendmentInput, amendmentStepInput, returnAmendmentInput, signAmendmentInput } from "./schema";

async function shown(result: AmendmentResult): Promise<AmendmentResult> {
  revalidatePath(paths.request(result.requestId));
  revalidatePath(paths.signing, "layout");
  revalidatePath(paths.home);
  return result;
}

export const saveAmendmentAction = action(amendmentInput, async (actor, input) =>
  shown(await saveAmendment(actor, input)),
);
export const submitAmendmentAction = action(amendmentStepInput, async (actor, input) =>
  shown(await submitAmendment(actor, input)),
);
export const recallAmendmentAction = action(amendmentStepInput, async (actor, input) =>
  shown(await recallAmendment(actor, input)),
);
export const discardAmendmentAction = action(amendmentStepInput, async (actor, input) =>
  shown(await discardAmendment(actor, input)),
);
export const returnAmendmentAction = action(returnAmendmentInput, async (actor, input) =>
  shown(await returnAmendment(actor, input)),
);
/** Proves the second factor when a code came along, and signs. */
export const signAmendmentAction = action(signAmendmentInput, async (actor, { code, ...input }) =>
  shown(await issueAmendment(code ? await proveAgain(actor, code) : actor, input)),
);
