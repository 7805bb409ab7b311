"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { addCaseTargets, addNote, appointMembers, moveCase, openCase, restrictCase } from "./commands";
import { beginLimit } from "./begin-limit";
import { markNotified } from "./mark-notified";
import {
  addTargetsInput,
  appointInput,
  beginLimitInput,
  caseInput,
  caseStepInput,
  markNotifiedInput,
  noteInput,
  restrictInput,
} from "./schema";

async function shown<T>(caseId: string, result: T): Promise<T> {
  revalidatePath(paths.home);
  revalidatePath(paths.cases);
  revalidatePath(paths.case(caseId));
  return result;
}

export const openCaseAction = action(caseInput, async (actor, input) => {
  const opened = await openCase(actor, input);
  return shown(opened.caseId, opened);
});
export const moveCaseAction = action(caseStepInput, async (actor, input) =>
  shown(input.caseId, await moveCase(actor, input)),
);
export const appointMembersAction = action(appointInput, async (actor, input) =>
  shown(input.caseId, await appointMembers(actor, input)),
);
export const markNotifiedAction = action(markNotifiedInput, async (actor, input) =>
  shown(input.caseId, await markNotified(actor, input)),
);
export const beginLimitAction = action(beginLimitInput, async (actor, input) =>
  shown(input.caseId, await beginLimit(actor, input)),
);
export const restrictCaseAction = action(restrictInput, async (actor, input) =>
  shown(input.caseId, await restrictCase(actor, input)),
);
export const addCaseTargetsAction = action(addTargetsInput, async (actor, input) =>
  shown(input.caseId, await addCaseTargets(actor, input)),
);
export const addNoteAction = action(noteInput, async (actor, input) =>
  shown(input.caseId, await addNote(actor, input)),
);
