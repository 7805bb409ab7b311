import { may, must } from "./field";
import { defineKind } from "./kind";
import { doneColumns, noteColumn, notFoundColumns, notOursColumns, refusalColumns } from "./outcome-columns";

const notHere = { NOT_FOUND: notFoundColumns, NOT_OURS: notOursColumns, REFUSED: refusalColumns };

/** Who registered a domain and where it lies (Decree 147/2024). */
export const domainOwner = defineKind({
  code: "DOMAIN_OWNER",
  targets: ["domain"],
  addressees: ["isp_registrar"],
  columns: {
    PROVIDED: [
      must("registrantName", "text", { min: 2 }),
      may("personId", "personId"),
      may("phone", "phone"),
      may("email", "text"),
      may("address", "text", { max: 300 }),
      must("registeredAt", "instant", { when: "past", dayAlone: true }),
      may("expiresAt", "instant", { dayAlone: true, after: "registeredAt" }),
      may("host", "text", { max: 200 }),
      noteColumn,
    ],
    ...notHere,
  },
});

/** Stops a domain or takes it back (Decree 147/2024; Decree 333/2026 art. 13, 18). */
export const domainSuspend = defineKind({
  code: "DOMAIN_SUSPEND",
  targets: ["domain"],
  addressees: ["isp_registrar"],
  columns: { DONE: doneColumns, ...notHere },
});

/** Keeps subscribers from reaching a site (Decree 333/2026 art. 18): asked of those who carry, not of who keeps the site. */
export const accessBlock = defineKind({
  code: "ACCESS_BLOCK",
  targets: ["url", "domain", "ip_address", "app"],
  addressees: ["telecom", "isp_registrar"],
  keeperOnly: false,
  columns: { DONE: doneColumns, REFUSED: refusalColumns },
});

/** Who stands behind an account of a platform, a shop or an exchange (Cybersecurity Law 2025 art. 25). */
export const platformUserInfo = defineKind({
  code: "PLATFORM_USER_INFO",
  targets: ["social_account", "url", "app", "crypto_wallet", "phone_number"],
  addressees: ["platform"],
  keeperOnly: false,
  columns: {
    PROVIDED: [
      must("userName", "text", { min: 2 }),
      may("personId", "personId"),
      may("phone", "phone"),
      may("email", "text"),
      may("registeredAt", "instant", { when: "past", dayAlone: true }),
      may("lastSeenAt", "instant", { when: "past" }),
      may("lastAddress", "text"),
      may("userData", "files"),
      noteColumn,
    ],
    ...notHere,
  },
});

/**
 * Takes content down (Cybersecurity Law 2025 art. 25; Decree 333/2026 art. 16). What was there is kept before: a picture or its text,
 * with hash and time, for nobody can look afterwards. And somebody looks again, for it comes back.
 */
export const contentTakedown = defineKind({
  code: "CONTENT_TAKEDOWN",
  targets: ["url", "social_account", "app"],
  addressees: ["platform"],
  keeperOnly: false,
  details: {
    request: [],
    target: [
      must("capturedAt", "instant", { when: "past" }),
      may("snapshotText", "longText", { max: 4000, isKept: true }),
      may("snapshotFile", "file"),
    ],
    oneOf: ["snapshotText", "snapshotFile"],
  },
  columns: { REMOVED: doneColumns, BLOCKED: doneColumns, RESTRICTED: doneColumns, ...notHere },
  rechecked: ["REMOVED", "BLOCKED", "RESTRICTED"],
});
