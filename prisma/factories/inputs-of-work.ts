const id = "0199f3d2-5c7e-7aaa-8bbb-1234567890ab";
const reason = "Lý do đủ dài để được ghi nhận.";
const at = "2026-11-20T02:00:00.000Z";
const step = { key: id, requestId: id, version: 1 };
const reasoned = { ...step, reason };
const onCase = { key: id, caseId: id, version: 1 };
const target = { kind: "bank_account", value: "0123456789", institutionId: id, holderName: "NGUYEN VAN A" };
const payment = {
  victim: 0,
  at,
  amount: "50000000",
  fromInstitutionId: id,
  fromAccount: "0123456789",
  toInstitutionId: id,
  toAccount: "19036688990011",
  toName: "NGUYEN VAN A",
  reference: "FT123",
};
const transfer = { at, amount: "1000", toInstitutionId: id, toAccount: "19036688990011" };
const cashOut = { amount: "1000", at, channel: "atm", place: "Hà Nội" };

const report = {
  sourceKind: "DENUNCIATION",
  channel: "hotline",
  fraudTypeCode: "DEEPFAKE_VIDEO_CALL",
  contactChannels: ["zalo"],
  communeCode: "00001",
  title: "Giả danh cán bộ công an",
  summary: "Bị hại nhận cuộc gọi giả danh.",
  reportedAt: at,
  reportedLoss: "50000000",
  restricted: true,
  victims: [{ fullName: "Trần Thị A", personId: "001199000001", phone: "0912345678", address: "Hà Nội" }],
  payments: [payment],
  targets: [target],
};

/** A good input for each action of police and responders, by the action's name. */
export const inputsOfWork: Record<string, object> = {
  openCaseAction: { key: id, ...report },
  fileStatementAction: {
    key: id,
    report,
    addition: { caseId: id, text: "Bị hại trình báo thêm.", payments: [payment], targets: [target] },
    requests: [
      {
        kindCode: "ACCOUNT_SUSPEND",
        addresseeOrgId: id,
        urgency: "urgent",
        grounds: "Bị hại tố giác, có sao kê kèm theo.",
        legalBases: ["decree-52-2024:Điều 11"],
        targets: [{ kind: "bank_account", value: "0123456789", institutionId: id, disputedAmount: "1000" }],
      },
    ],
    handIn: true,
  },
  readStatementAction: { text: "ck 5tr vao stk 0123456789 vietcombank" },
  moveCaseAction: { ...onCase, to: "INITIATED", decisionNumber: "12/QĐ", decisionDate: "2026-11-20", reason },
  appointMembersAction: { ...onCase, membershipIds: [id] },
  restrictCaseAction: { ...onCase, restricted: true, reason },
  addCaseTargetsAction: { key: id, caseId: id, targets: [target] },
  addNoteAction: { key: id, caseId: id, body: "Ghi chú" },
  saveDraftAction: {
    ...step,
    caseId: id,
    kindCode: "ACCOUNT_SUSPEND",
    addresseeOrgId: id,
    urgency: "urgent",
    grounds: "Bị hại tố giác, có sao kê kèm theo.",
    legalBases: ["decree-52-2024:Điều 11"],
    disclosure: "Không",
    parentId: id,
    targets: [{ targetId: id, disputedAmount: "1000", overGround: "Căn cứ", note: "Ghi chú" }],
    attachmentIds: [id],
  },
  submitRequestAction: step,
  discardRequestAction: step,
  clarifyRequestAction: reasoned,
  acceptAnswerAction: step,
  sendBackAnswerAction: { ...reasoned, itemIds: [id] },
  disputeRefusalAction: reasoned,
  withdrawRequestAction: reasoned,
  returnRequestAction: reasoned,
  signRequestsAction: { code: "123456", requests: [{ ...step, contentHash: "a".repeat(64) }] },
  acknowledgeRequestAction: step,
  startRequestAction: step,
  takeRequestAction: step,
  assignRequestAction: { ...step, membershipId: id },
  askClarificationAction: reasoned,
  refuseRequestAction: { ...reasoned, ground: "technical" },
  answerItemAction: { key: id, requestId: id, itemId: id, itemVersion: 1, answer: { outcome: "NOT_FOUND" } },
  answerItemsAction: {
    key: id,
    requestId: id,
    answers: [{ itemId: id, itemVersion: 1, answer: { outcome: "NOT_FOUND" } }],
  },
  suspectRequestAction: { ...step, reason: "call_back_failed", note: "Ghi chú" },
  reviewRequestAction: { ...reasoned, decision: "genuine", code: "123456" },
  restoreSenderAction: { key: id, requestId: id, reason, code: "123456" },
  objectToRequestAction: { key: id, requestId: id, reason },
  replyToObjectionAction: { key: id, requestId: id, reason },
  markOpenedAction: { requestId: id },
  markAnsweringAction: { requestId: id, answering: true },
  findInQueueAction: { text: "001893" },
  searchAction: { term: "0123456789", subject: "target", purpose: "case_work", explanation: "Đối chiếu" },
  keepDraftAction: {
    key: "case:new",
    body: { title: "Đang soạn" },
    since: "2026-11-22T01:05:00.000Z",
  },
  dropDraftAction: { key: "case:new" },
};

/** A good answer for each outcome that a request kind knows. */
export const answersByOutcome: Record<string, object> = {
  HELD: {
    amount: "1000",
    until: "2099-11-26T10:00:00.000Z",
    minutesNumber: "12/BB",
    transfers: [transfer],
    cashOuts: [cashOut],
  },
  MOVED_ON: { transfers: [{ ...transfer, toName: "LE THI B", reference: "FT9" }], cashOuts: [cashOut] },
  CASHED_OUT: { cashOuts: [cashOut], transfers: [transfer] },
  NO_BALANCE: { balance: "0", note: "Đã rút hết" },
  NOT_FOUND: { note: "Không có tài khoản" },
  ACCOUNT_CLOSED: { closedAt: at, note: "Đã đóng" },
  NAME_MISMATCH: { note: "Khác tên chủ tài khoản" },
  REFUSED: { ground: "technical", explanation: reason },
  DONE: { doneAt: at, note: "Đã gỡ" },
  PROVIDED: {
    subscriberName: "Trần Văn B",
    personId: "001199000001",
    address: "Hà Nội",
    activatedAt: at,
    registrationState: "verified",
    devices: "359881234567890",
    note: "Ghi chú",
  },
  NOT_OURS: { operator: "Nhà mạng khác" },
};
