"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { changeOrganisation, confirmOrganisation, createOrganisation, moveOrganisation } from "./commands";
import { findOrganisations } from "./queries";
import {
  changeOrganisationInput,
  confirmOrganisationInput,
  findOrganisationsInput,
  moveOrganisationInput,
  newOrganisationInput,
} from "./schema";

export const createOrganisationAction = action(newOrganisationInput, async (actor, input) => {
  const result = await createOrganisation(actor, input);
  revalidatePath(paths.admin, "layout");
  return result;
});

export const changeOrganisationAction = action(changeOrganisationInput, async (actor, input) => {
  const result = await changeOrganisation(actor, input);
  revalidatePath(paths.admin, "layout");
  return result;
});

export const confirmOrganisationAction = action(confirmOrganisationInput, async (actor, input) => {
  const result = await confirmOrganisation(actor, input);
  revalidatePath(paths.admin, "layout");
  return result;
});

export const moveOrganisationAction = action(moveOrganisationInput, async (actor, input) => {
  const result = await moveOrganisation(actor, input);
  revalidatePath(paths.admin, "layout");
  return result;
});

export const findOrganisationsAction = action(findOrganisationsInput, (actor, input) =>
  findOrganisations(actor, input.text),
);
