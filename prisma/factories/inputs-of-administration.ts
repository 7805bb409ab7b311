const id = "0199f3d2-5c7e-7aaa-8bbb-1234567890ab";
const key = id;
const version = 1;
const source = "Công báo số 1";
const reason = "Theo quyết định điều động";
const day = "2026-12-01";
const later = "2027-12-01";
const kept = {
  name: "Ngân hàng thử",
  nameEn: "Trial bank",
  shortName: "NH Thử",
  aliases: "NHT",
  symbol: "NHT",
  dutyPhone: "02438000000",
  onPortal: true,
  source,
  validFrom: day,
  validTo: later,
};
const membership = { roles: ["commander"], title: "Trưởng phòng", signerTitle: "", validTo: later };
const person = { fullName: "Trần Văn B", rank: "Đại úy" };
const limit = { unit: "hours", value: 24, note: "Ghi chú", source };
const document = {
  number: "12/2026/NĐ-CP",
  titleVi: "Nghị định thử",
  titleEn: "Trial decree",
  type: "decree",
  issuer: "Chính phủ",
  status: "in-force",
  source,
  validFrom: day,
  validTo: later,
  articles: "Điều 1 | Phạm vi",
};
const holiday = { date: day, nameVi: "Ngày thử", nameEn: "Trial day", kind: "possible", source };
const confirmation = { key, id, version, source };

/** A good input for each act of an administrator or an auditor, by the action's name. */
export const inputsOfAdministration: Record<string, object> = {
  createOrganisationAction: {
    key,
    code: "bank-thu",
    kind: "bank",
    level: "province",
    provinceCode: "25",
    specialisedCyber: true,
    parentId: id,
    ...kept,
  },
  changeOrganisationAction: { key, organisationId: id, version, ...kept },
  moveOrganisationAction: { key, organisationId: id, version, parentId: id, from: day, reason },
  confirmOrganisationAction: confirmation,
  findOrganisationsAction: { text: "ngân hàng" },
  invitePersonAction: { key, email: "b@lachan.example", organisationId: id, ...person, ...membership },
  renewInvitationAction: { key, personId: id },
  changePersonAction: { key, personId: id, version, ...person },
  suspendPersonAction: { key, personId: id, version, reason },
  reinstatePersonAction: { key, personId: id, version, reason },
  endPersonSessionsAction: { key, personId: id },
  addMembershipAction: { key, personId: id, organisationId: id, ...membership },
  changeMembershipAction: { key, membershipId: id, version, ...membership },
  endMembershipAction: { key, membershipId: id, version, reason },
  findPeopleAction: { text: "Trần" },
  openKindPeriodAction: {
    key,
    periodId: id,
    version,
    validFrom: day,
    nameVi: "Loại thử",
    nameEn: "Trial kind",
    documentVi: "Công văn",
    addressees: ["bank"],
    stage: "any",
    procuracy: "none",
    signerTitles: ["head_of_investigation_agency"],
    legalBases: "cpc-2015:Điều 88",
    maxHoldValue: 3,
    maxHoldUnit: "working-days",
    note: "Ghi chú",
    source,
  },
  confirmKindAction: confirmation,
  openLimitPeriodAction: { key, policyId: id, version, validFrom: day, ...limit },
  createLimitAction: {
    key,
    subject: "ANSWER",
    kindCode: "ACCOUNT_SUSPEND",
    urgency: "urgent",
    legalBasis: "decree-52-2024:Điều 11",
    specialisedOnly: true,
    validFrom: day,
    ...limit,
  },
  confirmLimitAction: confirmation,
  previewLimitAction: { subject: "ANSWER", unit: "hours", value: 24, validFrom: day },
  createDocumentAction: { key, documentId: "nghi-dinh-thu", ...document },
  changeDocumentAction: { key, documentId: "nghi-dinh-thu", version, ...document },
  confirmDocumentAction: confirmation,
  addHolidayAction: { key, ...holiday },
  changeHolidayAction: { key, holidayId: id, version, ...holiday },
  confirmHolidayAction: confirmation,
  setOfficeHoursAction: {
    key,
    organisationId: id,
    weekdays: [1, 2, 3],
    morningFrom: "07:30",
    morningTo: "11:30",
    afternoonFrom: "13:00",
    afternoonTo: "16:30",
    validFrom: day,
  },
  verifyRecordAction: {},
  findActorsAction: { name: "Trần" },
  hashAuditTermAction: { term: "0123456789" },
  changePasswordAction: { code: "123456", current: "cu", next: "moi" },
  newRecoveryCodesAction: { code: "123456" },
  endSessionsAction: { sessionId: id },
};
