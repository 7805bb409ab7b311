"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { addHoliday, changeHoliday, confirmHoliday, setOfficeHours } from "./calendar-commands";
import { changeDocument, confirmDocument, createDocument } from "./document-commands";
import { confirmKind, openKindPeriod } from "./kind-commands";
import { confirmLimit, createLimit, openLimitPeriod } from "./limit-commands";
import { previewEffect } from "./limit-effect";
import { previewLimit } from "./limit-queries";
import {
  changeDocumentInput,
  changeHolidayInput,
  confirmInput,
  kindPeriodInput,
  limitPeriodInput,
  newDocumentInput,
  newHolidayInput,
  newLimitInput,
  officeHoursInput,
  previewEffectInput,
  previewLimitInput,
} from "./schema";

const refresh = () => revalidatePath(paths.admin, "layout");

export const openKindPeriodAction = action(kindPeriodInput, async (actor, input) => {
  const result = await openKindPeriod(actor, input);
  refresh();
  return result;
});

export const confirmKindAction = action(confirmInput, async (actor, input) => {
  const result = await confirmKind(actor, input);
  refresh();
  return result;
});

export const openLimitPeriodAction = action(limitPeriodInput, async (actor, input) => {
  const result = await openLimitPeriod(actor, input);
  refresh();
  return result;
});

export const createLimitAction = action(newLimitInput, async (actor, input) => {
  const result = await createLimit(actor, input);
  refresh();
  return result;
});

export const confirmLimitAction = action(confirmInput, async (actor, input) => {
  const result = await confirmLimit(actor, input);
  refresh();
  return result;
});

export const previewLimitEffectAction = action(previewEffectInput, (actor, input) =>
  previewEffect(actor, input),
);
export const previewLimitAction = action(previewLimitInput, (actor, input) => previewLimit(actor, input));

export const createDocumentAction = action(newDocumentInput, async (actor, input) => {
  const result = await createDocument(actor, input);
  refresh();
  return result;
});

export const changeDocumentAction = action(changeDocumentInput, async (actor, input) => {
  const result = await changeDocument(actor, input);
  refresh();
  return result;
});

export const confirmDocumentAction = action(confirmInput, async (actor, input) => {
  const result = await confirmDocument(actor, input);
  refresh();
  return result;
});

export const addHolidayAction = action(newHolidayInput, async (actor, input) => {
  const result = await addHoliday(actor, input);
  refresh();
  return result;
});

export const changeHolidayAction = action(changeHolidayInput, async (actor, input) => {
  const result = await changeHoliday(actor, input);
  refresh();
  return result;
});

export const confirmHolidayAction = action(confirmInput, async (actor, input) => {
  const result = await confirmHoliday(actor, input);
  refresh();
  return result;
});

export const setOfficeHoursAction = action(officeHoursInput, async (actor, input) => {
  const result = await setOfficeHours(actor, input);
  refresh();
  return result;
});
