"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { changePerson, endPersonSessions, invitePerson, reinstatePerson, suspendPerson } from "./commands";
import { reissueAccess, renewInvitation } from "./link-commands";
import { addMembership, changeMembership, endMembership } from "./membership-commands";
import { findPeople } from "./queries";
import {
  addMembershipInput,
  changeMembershipInput,
  changePersonInput,
  endMembershipInput,
  endPersonSessionsInput,
  findPeopleInput,
  invitePersonInput,
  reissueAccessInput,
  renewInvitationInput,
  suspendPersonInput,
} from "./schema";

export const invitePersonAction = action(invitePersonInput, async (actor, input) => {
  const shown = await invitePerson(actor, input);
  revalidatePath(paths.admin, "layout");
  return shown;
});

export const renewInvitationAction = action(renewInvitationInput, async (actor, input) => {
  const shown = await renewInvitation(actor, input);
  revalidatePath(paths.adminPerson(input.personId));
  return shown;
});

export const reissueAccessAction = action(reissueAccessInput, async (actor, input) => {
  const shown = await reissueAccess(actor, input);
  revalidatePath(paths.adminPerson(input.personId));
  return shown;
});

export const changePersonAction = action(changePersonInput, async (actor, input) => {
  const result = await changePerson(actor, input);
  revalidatePath(paths.adminPerson(input.personId));
  return result;
});

export const suspendPersonAction = action(suspendPersonInput, async (actor, input) => {
  const result = await suspendPerson(actor, input);
  revalidatePath(paths.adminPerson(input.personId));
  return result;
});

export const reinstatePersonAction = action(suspendPersonInput, async (actor, input) => {
  const result = await reinstatePerson(actor, input);
  revalidatePath(paths.adminPerson(input.personId));
  return result;
});

export const endPersonSessionsAction = action(endPersonSessionsInput, async (actor, input) => {
  const result = await endPersonSessions(actor, input);
  revalidatePath(paths.adminPerson(input.personId));
  return result;
});

export const addMembershipAction = action(addMembershipInput, async (actor, input) => {
  const result = await addMembership(actor, input);
  revalidatePath(paths.adminPerson(input.personId));
  return result;
});

export const changeMembershipAction = action(changeMembershipInput, async (actor, input) => {
  const result = await changeMembership(actor, input);
  revalidatePath(paths.admin, "layout");
  return result;
});

export const endMembershipAction = action(endMembershipInput, async (actor, input) => {
  const result = await endMembership(actor, input);
  revalidatePath(paths.admin, "layout");
  return result;
});

export const findPeopleAction = action(findPeopleInput, (actor, input) => findPeople(actor, input.text));
