import { randomUUID } from "node:crypto";
import type { General } from "./rules-actions";
import type { World } from "./world";

/** An administrator's acts, on records that do not exist or in a form that a later check refuses: nothing is changed. */
const forAdmin = (input: (world: World) => object): General => ({
  about: "nothing",
  may: () => ["admin"],
  inputs: (world) => [{ key: randomUUID(), ...input(world) }],
});

const unknown = randomUUID;
const version = 2_000_000_000;
const reason = "Thử quyền qua HTTP.";
const day = "2026-12-01";
const source = "Nguồn thử";
const names = {
  name: "Đơn vị thử",
  nameEn: "Trial unit",
  shortName: "Thử",
  onPortal: false,
  source,
  validFrom: day,
};
const membership = { roles: ["liaison"] };
const document = {
  titleVi: "Văn bản thử",
  titleEn: "Trial document",
  type: "decree",
  status: "in-force",
  source,
  articles: "",
};
const limit = { unit: "minutes", value: 60, source };
const holiday = { date: "2099-12-31", nameVi: "Ngày thử", nameEn: "Trial day", kind: "possible", source };

/** Keeping the house: only the administrator, who sees no case content. */
export const adminRules: Record<string, General> = {
  createOrganisationAction: forAdmin(() => ({
    code: `thu-${unknown().slice(0, 8)}`,
    kind: "bank",
    parentId: unknown(),
    ...names,
  })),
  changeOrganisationAction: forAdmin(() => ({ organisationId: unknown(), version, ...names })),
  moveOrganisationAction: forAdmin(() => ({ organisationId: unknown(), version, from: day, reason })),
  confirmOrganisationAction: forAdmin(() => ({ id: unknown(), version, source })),
  findOrganisationsAction: forAdmin(() => ({ text: "ngân hàng" })),
  invitePersonAction: forAdmin(() => ({
    email: `${unknown()}@test.invalid`,
    fullName: "Người Thử",
    organisationId: unknown(),
    ...membership,
  })),
  renewInvitationAction: forAdmin(() => ({ personId: unknown() })),
  changePersonAction: forAdmin(() => ({ personId: unknown(), version, fullName: "Người Thử" })),
  suspendPersonAction: forAdmin(() => ({ personId: unknown(), version, reason })),
  reinstatePersonAction: forAdmin(() => ({ personId: unknown(), version, reason })),
  endPersonSessionsAction: forAdmin(() => ({ personId: unknown() })),
  addMembershipAction: forAdmin(() => ({ personId: unknown(), organisationId: unknown(), ...membership })),
  changeMembershipAction: forAdmin(() => ({ membershipId: unknown(), version, ...membership })),
  endMembershipAction: forAdmin(() => ({ membershipId: unknown(), version, reason })),
  findPeopleAction: forAdmin(() => ({ text: "Người" })),
  openKindPeriodAction: forAdmin(() => ({
    periodId: unknown(),
    version,
    validFrom: day,
    nameVi: "Loại thử",
    nameEn: "Trial kind",
    documentVi: "Công văn",
    addressees: ["bank"],
    stage: "any",
    procuracy: "none",
    signerTitles: ["head_of_investigation_agency"],
    legalBases: "",
    source,
  })),
  confirmKindAction: forAdmin(() => ({ id: unknown(), version, source })),
  openLimitPeriodAction: forAdmin(() => ({ policyId: unknown(), version, validFrom: day, ...limit })),
  createLimitAction: forAdmin(() => ({
    subject: "ANSWER",
    kindCode: "NO_SUCH_KIND",
    validFrom: day,
    ...limit,
  })),
  confirmLimitAction: forAdmin(() => ({ id: unknown(), version, source })),
  previewLimitAction: forAdmin(() => ({
    subject: "ANSWER",
    unit: "minutes",
    value: 60,
    validFrom: "2027-01-01",
  })),
  createDocumentAction: forAdmin(() => ({
    documentId: `thu-${unknown().slice(0, 8)}`,
    ...document,
    validFrom: day,
    validTo: "2026-12-02",
  })),
  changeDocumentAction: forAdmin(() => ({ documentId: "no-such-document", version, ...document })),
  confirmDocumentAction: forAdmin(() => ({ id: "no-such-document", version, source })),
  addHolidayAction: forAdmin(() => holiday),
  changeHolidayAction: forAdmin(() => ({ holidayId: unknown(), version, ...holiday })),
  confirmHolidayAction: forAdmin(() => ({ id: unknown(), version, source })),
  setOfficeHoursAction: forAdmin(() => ({
    organisationId: unknown(),
    weekdays: [1, 2, 3, 4, 5],
    morningFrom: "08:00",
    morningTo: "12:00",
    validFrom: day,
  })),
};
