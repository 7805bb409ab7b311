/** Fields of the model that the server alone decides, beside those whose name says so (instants, authors, hashes, counts). */
const decided = [
  "id",
  "orgId",
  "organisationId",
  "membershipId",
  "userId",
  "unitId",
  "provinceCode",
  "drafterId",
  "editorIds",
  "signerId",
  "assigneeId",
  "answeringId",
  "authorId",
  "leadId",
  "actorId",
  "actorName",
  "roles",
  "signerTitle",
  "status",
  "state",
  "outcome",
  "version",
  "code",
  "documentNumber",
  "documentDate",
  "restricted",
  "sealedTo",
  "shared",
  "verify",
  "reportedLoss",
  "disputedAmount",
  "linkedId",
  "link",
  "heldAmount",
  "movedAmount",
  "cashedOutAmount",
  "returnedAmount",
  "policy",
  "pauses",
  "spanMinutes",
  "stream",
  "seq",
  "sha256",
  "mediaType",
  "size",
];
const byName = /(At|ById|OrgId|OrgIds|Hash|Count)$/;

/** Is this a field that nobody sets by sending it, unless `chosen` says that choosing it is the act? */
export const isServerOwned = (field: string): boolean => decided.includes(field) || byName.test(field);

type Choice = { actions: readonly string[] | "all"; because: string };
const administers = (...actions: string[]): Choice => ({
  actions,
  because: "the administrator's own choice",
});

/** The exceptions: whose place in which form is the very thing that a person decides there. */
export const chosen: Record<string, Choice | Choice[]> = {
  version: { actions: "all", because: "compared with the record's, never written" },
  id: {
    actions: [
      "confirmKindAction",
      "confirmLimitAction",
      "changeLadderStepAction",
      "confirmLadderStepAction",
      "confirmDocumentAction",
      "confirmHolidayAction",
      "confirmOrganisationAction",
    ],
    because: "which entry is confirmed; found again through rights",
  },
  contentHash: {
    actions: ["signRequestsAction", "approveRestitutionAction", "signAmendmentAction"],
    because: "what the signer read, compared with the content",
  },
  code: [
    {
      actions: [
        "signRequestsAction",
        "approveRestitutionAction",
        "signAmendmentAction",
        "changePasswordAction",
        "newRecoveryCodesAction",
        "codeAction",
        "enrolAction",
        "reviewRequestAction",
        "restoreSenderAction",
      ],
      because: "digits of a second factor, no record's code",
    },
    administers("createOrganisationAction"),
  ],
  reportedAt: {
    actions: ["openCaseAction", "fileStatementAction"],
    because: "when the victim came, told by who took the report",
  },
  reportedLoss: {
    actions: ["openCaseAction", "fileStatementAction"],
    because: "what the victim says was lost",
  },
  restricted: {
    actions: ["openCaseAction", "fileStatementAction", "restrictCaseAction"],
    because: "whether a case is restricted is decided by who opens or commands it",
  },
  addresseeOrgId: {
    actions: ["saveDraftAction", "fileStatementAction", "rerouteItemsAction"],
    because: "who is asked; its kind is checked",
  },
  disputedAmount: {
    actions: ["saveDraftAction", "fileStatementAction", "saveAmendmentAction"],
    because: "of one target; the request's total is added up here",
  },
  dueAt: {
    actions: ["saveAmendmentAction"],
    because: "more time for an answer; later than today's, and another signs it",
  },
  membershipId: [
    {
      actions: ["assignRequestAction", "actOnManyAction"],
      because: "the colleague who gets it; checked to be one",
    },
    {
      actions: [
        "addShiftAction",
        "changeShiftAction",
        "addPatternAction",
        "addLeaveAction",
        "importRosterAction",
      ],
      because: "the colleague who is on duty or away; checked to be one",
    },
    { actions: ["switchMembershipAction"], because: "one of one's own; checked to be one" },
    administers("changeMembershipAction", "endMembershipAction"),
  ],
  organisationId: administers(
    "changeOrganisationAction",
    "moveOrganisationAction",
    "invitePersonAction",
    "addMembershipAction",
    "setOfficeHoursAction",
  ),
  requesterOrgId: administers("createLimitAction", "previewLimitEffectAction"),
  documentNumber: {
    actions: ["markNotifiedAction", "beginLimitAction"],
    because: "of the paper by which somebody was told, or a limit began",
  },
  documentDate: {
    actions: ["markNotifiedAction", "beginLimitAction"],
    because: "of the paper by which somebody was told, or a limit began",
  },
  roles: administers("invitePersonAction", "addMembershipAction", "changeMembershipAction"),
  signerTitle: administers("invitePersonAction", "addMembershipAction", "changeMembershipAction"),
  provinceCode: administers("createOrganisationAction"),
  status: {
    actions: ["createDocumentAction", "changeDocumentAction"],
    because: "whether a law is in force, as its source says",
  },
  outcome: { actions: ["answer"], because: "what the addressee found; the request's status follows from it" },
  closedAt: { actions: ["answer"], because: "when the bank closed the account" },
  openedAt: { actions: ["answer"], because: "when the account was opened" },
  expiresAt: { actions: ["answer"], because: "when a domain's registration ends" },
  sentAt: { actions: ["answer"], because: "when the operator sent the warning" },
  promisedAt: { actions: ["promiseWorkAction"], because: "when one means to be done with it" },
  returnedAt: {
    actions: ["recordReturnAction"],
    because: "when the holder paid it back, as its own books say",
  },
};
