import { generateKeyPairSync, sign } from "node:crypto";
import type { RequestModel } from "@/lib/generated/prisma/models";
import {
  type Content,
  type Envelope,
  envelopeHash,
  envelopeIn,
  signedBytes,
} from "@/lib/requests/signing/envelope";

/** An id of twelve equal digits. */
export const idOf = (digit: string) => `0199f3d2-5c7e-7aaa-8bbb-${digit.repeat(12)}`;
export const unitKey = generateKeyPairSync("ed25519");
export const otherKey = generateKeyPairSync("ed25519");
/** The public key as the register keeps it. */
export const spki = ({ publicKey }: typeof unitKey) =>
  publicKey.export({ format: "der", type: "spki" }).toString("base64");
export const registered = (pair: typeof unitKey, organisationId: string) => ({
  organisationId,
  publicKey: spki(pair),
  createdAt: "2025-07-01T00:00:00Z",
  retiredAt: null,
});

export type Order = { request: RequestModel; content: Content };

/** An order of two targets as it was signed. */
export function signedOrder(): Order {
  const content: Content = {
    id: idOf("1"),
    items: [
      {
        position: 1,
        kind: "bank_account",
        value: "108874205561",
        institutionId: idOf("7"),
        disputedAmount: "480000000",
        overGround: null,
      },
      {
        position: 2,
        kind: "bank_account",
        value: "108874205516",
        institutionId: idOf("7"),
        disputedAmount: "270000000",
        overGround: "Nhiều bị hại",
      },
    ],
    shown: [
      ["1088 7420 5561", "NGUYEN VAN DUC", null],
      ["1088 7420 5516", "CTY HOANG PHAT", "Ưu tiên"],
    ],
    files: ["a".repeat(64), "b".repeat(64)],
    key: registered(unitKey, idOf("2")),
    active_key: idOf("8"),
    amendment: null,
    is_held: false,
  };
  const request = {
    id: idOf("1"),
    code: "YC-25-2026-001893",
    caseId: idOf("9"),
    kindCode: "ACCOUNT_SUSPEND",
    urgency: "urgent",
    requesterOrgId: idOf("2"),
    addresseeOrgId: idOf("3"),
    procuracyOrgId: idOf("4"),
    parentId: null,
    drafterId: idOf("5"),
    signerId: idOf("6"),
    grounds: "Nhận tiền của bị hại bị giả danh công an.",
    legalBases: ["decree-52-2024:Điều 11 khoản 1 điểm b", "aml-2022:Điều 44"],
    disclosure: "Bị hại đồng ý cho biết số tài khoản.",
    details: null,
    disputedAmount: 750_000_000n,
    documentNumber: "1127/CV-PA05",
    documentDate: new Date("2026-11-20T00:00:00Z"),
    sentAt: new Date("2026-11-20T02:12:00.123Z"),
    provedAt: new Date("2026-11-20T02:11:30.000Z"),
    notifiedAt: new Date("2026-11-20T02:12:00.123Z"),
    signingKeyId: idOf("8"),
  } as unknown as RequestModel;
  request.contentHash = envelopeHash(envelopeNow({ request, content }));
  request.signature = sign(
    null,
    signedBytes(request, request.contentHash, content.shown!),
    unitKey.privateKey,
  ).toString("base64url");
  return { request, content };
}

/** What the portal would hash of it now: for an attacker who writes the hash anew. */
export const envelopeNow = ({ request, content }: Order): Envelope => envelopeIn(request, content);
