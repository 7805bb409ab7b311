import { may, must } from "./field";
import { defineKind } from "./kind";
import { doneColumns, noteColumn, notFoundColumns, notOursColumns, refusalColumns } from "./outcome-columns";

export const registrationStates = [
  "verified",
  "unverified",
  "organisation",
  "foreigner",
  "cancelled",
] as const;
const longNote = may("note", "longText", { max: 1000 });
const notHere = { NOT_FOUND: notFoundColumns, NOT_OURS: notOursColumns, REFUSED: refusalColumns };

/** Several devices with commas or blanks between them; a written IMEI may carry dashes, and a SVN makes it 16 digits. */
const namesDevices = (typed: string): boolean =>
  typed
    .replace(/[-/.]/g, "")
    .split(/[,;\s]+/)
    .every((device) => device === "" || /^\d{14,16}$/.test(device));

/** Who holds a number (Telecommunications Law 2023 art. 6). Numbers are ported: "not ours" is an honest answer. */
export const subscriberInfo = defineKind({
  code: "SUBSCRIBER_INFO",
  targets: ["phone_number", "sim", "imei"],
  addressees: ["telecom"],
  columns: {
    PROVIDED: [
      must("subscriberName", "text", { min: 2 }),
      may("personId", "personId"),
      must("activatedAt", "instant", { when: "past", dayAlone: true }),
      must("registrationState", "enum", { options: registrationStates }),
      may("address", "text", { max: 300 }),
      may("devices", "text", { max: 300, test: { is: namesDevices, code: "answer.imei" } }),
      longNote,
    ],
    ...notHere,
  },
});

/** Calls and messages of a period without their content; listening in is a special measure and stays out (art. 223). */
export const callRecords = defineKind({
  code: "CALL_RECORDS",
  targets: ["phone_number", "sim", "imei"],
  addressees: ["telecom"],
  details: {
    request: [
      must("periodFrom", "instant", { when: "past" }),
      must("periodTo", "instant", { when: "past", after: "periodFrom" }),
    ],
    target: [],
  },
  columns: {
    PROVIDED: [must("recordCount", "count"), must("records", "files"), longNote],
    ...notHere,
  },
});

/** Behind one address stand many subscribers (carrier NAT): port and time are asked for as much as the address (Decree 333/2026 art. 23). */
export const ipInfo = defineKind({
  code: "IP_INFO",
  targets: ["ip_address"],
  addressees: ["telecom", "isp_registrar"],
  details: {
    request: [],
    target: [
      must("port", "count", { min: 1, max: 65_535, isName: true }),
      must("seenAt", "instant", { when: "past" }),
    ],
  },
  columns: {
    PROVIDED: [
      must("subscriberName", "text", { min: 2 }),
      may("personId", "personId"),
      may("phone", "phone"),
      must("connection", "enum", { options: ["fixed", "mobile", "leased"] }),
      may("address", "text", { max: 300 }),
      longNote,
    ],
    ...notHere,
  },
});

const stopped = {
  BLOCKED: doneColumns,
  SUSPENDED: [
    must("doneAt", "instant", { when: "past", proposed: "now" }),
    may("until", "instant", { when: "future" }),
    noteColumn,
  ],
} as const;

/** Stops the service of a number or takes the SIM back (Decree 163/2024 art. 18). */
export const simBlock = defineKind({
  code: "SIM_BLOCK",
  targets: ["phone_number", "sim", "imei"],
  addressees: ["telecom"],
  columns: { ...stopped, ...notHere },
});

/** Stops calls from a number that need not be one of the operator's own: from abroad, by VoIP, by an app. */
export const callBlock = defineKind({
  code: "CALL_BLOCK",
  targets: ["phone_number"],
  addressees: ["telecom"],
  keeperOnly: false,
  details: {
    request: [],
    target: [must("origin", "enum", { options: ["domestic", "foreign", "voip", "ott"] })],
  },
  columns: { ...stopped, NOT_FOUND: notFoundColumns, REFUSED: refusalColumns },
});

/** A warning to subscribers. Its text is part of what the commander signs: his signature approves it. */
export const warningMessage = defineKind({
  code: "WARNING_MESSAGE",
  targets: ["phone_number", "url", "domain", "social_account", "app", "bank_account", "e_wallet"],
  addressees: ["telecom"],
  keeperOnly: false,
  details: {
    request: [
      must("audience", "longText", { min: 5, max: 500 }),
      must("messageText", "longText", { min: 10, max: 612, isMessage: true }),
      may("sendBy", "instant", { when: "future" }),
    ],
    target: [],
  },
  columns: {
    SENT: [
      must("deliveredCount", "count"),
      may("failedCount", "count"),
      must("sentAt", "instant", { when: "past", proposed: "now" }),
      noteColumn,
    ],
    REFUSED: refusalColumns,
  },
});
