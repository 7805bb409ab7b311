import { randomUUID } from "node:crypto";
import { inputsOfAdministration } from "@/prisma/factories/inputs-of-administration";
import type { General } from "./action-rule";

const acts = [
  "createOrganisationAction",
  "changeOrganisationAction",
  "moveOrganisationAction",
  "confirmOrganisationAction",
  "findOrganisationsAction",
  "invitePersonAction",
  "renewInvitationAction",
  "reissueAccessAction",
  "changePersonAction",
  "suspendPersonAction",
  "reinstatePersonAction",
  "endPersonSessionsAction",
  "addMembershipAction",
  "changeMembershipAction",
  "endMembershipAction",
  "findPeopleAction",
  "openKindPeriodAction",
  "confirmKindAction",
  "openLimitPeriodAction",
  "createLimitAction",
  "confirmLimitAction",
  "changeLadderStepAction",
  "confirmLadderStepAction",
  "setDutyPolicyAction",
  "previewLimitAction",
  "previewLimitEffectAction",
  "createDocumentAction",
  "changeDocumentAction",
  "confirmDocumentAction",
  "addHolidayAction",
  "changeHolidayAction",
  "confirmHolidayAction",
  "setOfficeHoursAction",
  "retryDeliveryAction",
  "discardDeliveryAction",
  "retryReceiverAction",
  "orderJobAction",
  "discardAsideAction",
];

/** The good inputs name records that do not exist. What would make a new one is kept apart from all that others lean on. */
const apart: Record<string, () => object> = {
  createOrganisationAction: () => ({ code: `thu-${randomUUID().slice(0, 8)}`, onPortal: false }),
  createLimitAction: () => ({
    kindCode: "NO_SUCH_KIND",
    urgency: "",
    legalBasis: "",
    specialisedOnly: false,
    requesterOrgId: "",
  }),
  createDocumentAction: () => ({ documentId: `thu-${randomUUID().slice(0, 8)}` }),
  addHolidayAction: () => ({ date: "2099-12-31" }),
};

/** Keeping the house: only the administrator, who sees no case content. */
export const adminRules: Record<string, General> = Object.fromEntries(
  acts.map((name) => [
    name,
    {
      about: "nothing",
      may: () => ["admin"],
      inputs: () => [{ ...inputsOfAdministration[name], key: randomUUID(), ...apart[name]?.() }],
    },
  ]),
);
