"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { importRoster } from "./import-commands";
import { addLeave, cancelLeave } from "./leave-commands";
import { setLimit } from "./limit-commands";
import { readNote, writeNote } from "./note-commands";
import { addPattern, cancelPattern } from "./pattern-commands";
import { setDutyPolicy } from "./policy-commands";
import {
  addLeaveInput,
  addPatternInput,
  addShiftInput,
  answerSwapInput,
  cancelLeaveInput,
  cancelPatternInput,
  cancelShiftInput,
  changeShiftInput,
  importInput,
  proposeSwapInput,
  readNoteInput,
  setDutyPolicyInput,
  setLimitInput,
  writeNoteInput,
} from "./schema";
import { addShift, cancelShift, changeShift } from "./shift-commands";
import { answerSwap, proposeSwap } from "./swap-commands";

async function refreshed<T>(work: Promise<T>): Promise<T> {
  const done = await work;
  revalidatePath(paths.duty);
  return done;
}

export const addShiftAction = action(addShiftInput, (actor, input) => refreshed(addShift(actor, input)));
export const changeShiftAction = action(changeShiftInput, (actor, input) =>
  refreshed(changeShift(actor, input)),
);
export const cancelShiftAction = action(cancelShiftInput, (actor, input) =>
  refreshed(cancelShift(actor, input)),
);
export const addPatternAction = action(addPatternInput, (actor, input) =>
  refreshed(addPattern(actor, input)),
);
export const cancelPatternAction = action(cancelPatternInput, (actor, input) =>
  refreshed(cancelPattern(actor, input)),
);
export const addLeaveAction = action(addLeaveInput, (actor, input) => refreshed(addLeave(actor, input)));
export const cancelLeaveAction = action(cancelLeaveInput, (actor, input) =>
  refreshed(cancelLeave(actor, input)),
);
export const proposeSwapAction = action(proposeSwapInput, (actor, input) =>
  refreshed(proposeSwap(actor, input)),
);
export const answerSwapAction = action(answerSwapInput, (actor, input) =>
  refreshed(answerSwap(actor, input)),
);
export const writeNoteAction = action(writeNoteInput, (actor, input) => refreshed(writeNote(actor, input)));
export const readNoteAction = action(readNoteInput, (actor, input) => refreshed(readNote(actor, input)));
export const setDutyLimitAction = action(setLimitInput, (actor, input) => refreshed(setLimit(actor, input)));
export const importRosterAction = action(importInput, (actor, input) =>
  refreshed(importRoster(actor, input)),
);
export const setDutyPolicyAction = action(setDutyPolicyInput, async (actor, input) => {
  const done = await refreshed(setDutyPolicy(actor, input));
  revalidatePath(paths.admin, "layout");
  return done;
});
