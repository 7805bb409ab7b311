import { sign } from "node:crypto";
import { signedBytes } from "@/lib/requests/signing/envelope";
import { idOf, type Order, otherKey, registered, unitKey } from "./signed-order";

export type OrderChange = [name: string, (order: Order) => void];

/** What a forger would do with a signed order: leave out, exchange, add, sign himself. */
export const forgeries: readonly OrderChange[] = [
  ["targets in another order", ({ content }) => void content.items!.reverse()],
  ["names in another order", ({ content }) => void content.shown!.reverse()],
  [
    "two accounts exchanged",
    ({ content }) => {
      const [a, b] = content.items!;
      [a!.value, b!.value] = [b!.value, a!.value];
    },
  ],
  [
    "two amounts exchanged",
    ({ content }) => {
      const [a, b] = content.items!;
      [a!.disputedAmount, b!.disputedAmount] = [b!.disputedAmount, a!.disputedAmount];
    },
  ],
  [
    "a target more",
    ({ content }) => void content.items!.push({ ...content.items![0]!, position: 3, value: "000011112222" }),
  ],
  ["a target less", ({ content }) => void content.items!.pop()],
  ["no targets", ({ content }) => void (content.items = null)],
  ["a note", ({ content }) => void (content.shown![0]![2] = "Giữ cả tài khoản khác")],
  ["a ground for holding more", ({ content }) => void (content.items![0]!.overGround = "Nhiều bị hại")],
  ["another file", ({ content }) => void (content.files[0] = "c".repeat(64))],
  ["a file less", ({ content }) => void content.files.pop()],
  ["provisions in another order", ({ request }) => void request.legalBases.reverse()],
  ["a provision less", ({ request }) => void request.legalBases.pop()],
  ["another order as its parent", ({ request }) => void (request.parentId = idOf("a"))],
  ["details that were not there", ({ request }) => void (request.details = { until: "2027-01-01" })],
  ["no procuracy told", ({ request }) => void ((request.procuracyOrgId = null), (request.notifiedAt = null))],
  ["the key of another organisation", ({ content }) => void (content.key = registered(otherKey, idOf("3")))],
  [
    "the right key in another organisation's name",
    ({ content }) => void (content.key = registered(unitKey, idOf("3"))),
  ],
  ["another key in the unit's name", ({ content }) => void (content.key = registered(otherKey, idOf("2")))],
  ["a key made after the signature", ({ content }) => void (content.key!.createdAt = "2026-11-20T02:14:00Z")],
  [
    "a key retired before the signature",
    ({ content }) => void (content.key!.retiredAt = "2026-11-20T02:10:00Z"),
  ],
  ["a key that is none", ({ content }) => void (content.key!.publicKey = "AAAA")],
  ["no key", ({ content }) => void (content.key = null)],
  ["no signature", ({ request }) => void (request.signature = null)],
  ["an empty signature", ({ request }) => void (request.signature = "")],
  [
    "a signature by another key",
    ({ request, content }) => {
      request.signature = sign(
        null,
        signedBytes(request, request.contentHash!, content.shown!),
        otherKey.privateKey,
      ).toString("base64url");
    },
  ],
  [
    "a signature of another document",
    ({ request, content }) => {
      request.signature = sign(
        null,
        signedBytes({ ...request, documentNumber: "1/CV" }, request.contentHash!, content.shown!),
        unitKey.privateKey,
      ).toString("base64url");
    },
  ],
  ["a signature with blanks", ({ request }) => void (request.signature += "=")],
  [
    "an amendment that was none",
    ({ content }) =>
      void (content.amendment = {
        number: 1,
        contentHash: "a".repeat(64),
        signedById: idOf("6"),
        issuedAt: "2026-11-20T02:12:00.123Z",
        documentNumber: "1128/CV-PA05",
      }),
  ],
  ["never sent", ({ request }) => void (request.sentAt = null)],
];
