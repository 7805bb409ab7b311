import { generateKeyPairSync, sign } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSignedBy } from "@/lib/authenticity/verify";
import type { RequestModel } from "@/lib/generated/prisma/models";
import { type Content, type Envelope, envelopeHash, signedBytes, verdictOf } from "./envelope";

const id = (digit: string) => `0199f3d2-5c7e-7aaa-8bbb-${digit.repeat(12)}`;
const unit = generateKeyPairSync("ed25519");
const otherUnit = generateKeyPairSync("ed25519");
const spki = ({ publicKey }: typeof unit) =>
  publicKey.export({ format: "der", type: "spki" }).toString("base64");
const registered = (pair: typeof unit, organisationId: string) => ({
  organisationId,
  publicKey: spki(pair),
  createdAt: "2025-07-01T00:00:00Z",
  retiredAt: null,
});

type Order = { request: RequestModel; content: Content };

/** An order of two targets as it was signed. */
function signed(): Order {
  const content: Content = {
    id: id("1"),
    items: [
      {
        position: 1,
        kind: "bank_account",
        value: "108874205561",
        institutionId: id("7"),
        disputedAmount: "480000000",
        overGround: null,
      },
      {
        position: 2,
        kind: "bank_account",
        value: "108874205516",
        institutionId: id("7"),
        disputedAmount: "270000000",
        overGround: "Nhiều bị hại",
      },
    ],
    shown: [
      ["1088 7420 5561", "NGUYEN VAN DUC", null],
      ["1088 7420 5516", "CTY HOANG PHAT", "Ưu tiên"],
    ],
    files: ["a".repeat(64), "b".repeat(64)],
    key: registered(unit, id("2")),
    active_key: id("8"),
    amendment: null,
    is_held: false,
  };
  const request = {
    id: id("1"),
    code: "YC-25-2026-001893",
    caseId: id("9"),
    kindCode: "ACCOUNT_SUSPEND",
    urgency: "urgent",
    requesterOrgId: id("2"),
    addresseeOrgId: id("3"),
    procuracyOrgId: id("4"),
    parentId: null,
    drafterId: id("5"),
    signerId: id("6"),
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
    signingKeyId: id("8"),
  } as unknown as RequestModel;
  request.contentHash = envelopeHash(envelopeNow({ request, content }));
  request.signature = sign(
    null,
    signedBytes(request, request.contentHash, content.shown!),
    unit.privateKey,
  ).toString("base64url");
  return { request, content };
}

/** What the portal would hash of it now: for an attacker who writes the hash anew. */
const envelopeNow = ({ request, content }: Order): Envelope => ({
  code: request.code,
  kindCode: request.kindCode,
  urgency: request.urgency,
  requesterOrgId: request.requesterOrgId,
  addresseeOrgId: request.addresseeOrgId,
  drafterId: request.drafterId,
  grounds: request.grounds,
  legalBases: request.legalBases,
  disclosure: request.disclosure,
  parentId: request.parentId,
  items: content.items ?? [],
  files: content.files,
});

const flip = (text: string, at: number, bit: number): string => {
  const index = at % text.length;
  return (
    text.slice(0, index) + String.fromCharCode(text.charCodeAt(index) ^ (1 << bit)) + text.slice(index + 1)
  );
};
/** Letters that look the same in another script, another form of the same accent, and what no eye sees. */
const lookAlikes = ["а", "е", "о", "р", "с", "\u200b", "\u00a0", "\u202e", "０", "１", "\u0301"];
const decomposed = (text: string) =>
  text.normalize("NFD") === text ? `${text}\u0301` : text.normalize("NFD");

const texts = [
  "code",
  "kindCode",
  "urgency",
  "requesterOrgId",
  "addresseeOrgId",
  "procuracyOrgId",
  "drafterId",
  "signerId",
  "grounds",
  "disclosure",
  "documentNumber",
  "caseId",
  "id",
] as const;
const instants = ["sentAt", "provedAt", "notifiedAt", "documentDate"] as const;

type Mutation = (order: Order) => void;
const text = fc.constantFrom(...texts);
const place = fc.nat(200);
const item = fc.constantFrom(0, 1);
const mutation: fc.Arbitrary<[string, Mutation]> = fc.oneof(
  fc
    .tuple(text, place, fc.nat(6))
    .map(([name, at, bit]): [string, Mutation] => [
      `a bit of ${name}`,
      ({ request }) =>
        void ((request as Record<string, unknown>)[name] = flip(String(request[name]), at, bit)),
    ]),
  fc.tuple(text, place, fc.constantFrom(...lookAlikes)).map(([name, at, letter]): [string, Mutation] => [
    `a look-alike in ${name}`,
    ({ request }) => {
      const was = String(request[name]);
      (request as Record<string, unknown>)[name] =
        was.slice(0, at % was.length) + letter + was.slice((at % was.length) + 1);
    },
  ]),
  fc
    .constantFrom("grounds", "disclosure")
    .map((name): [string, Mutation] => [
      `${name} with its accents taken apart`,
      ({ request }) =>
        void ((request as Record<string, unknown>)[name] = decomposed(String(request[name as "grounds"]))),
    ]),
  fc
    .tuple(fc.constantFrom(...instants), fc.integer({ min: 1, max: 10 ** 9 }))
    .map(([name, by]): [string, Mutation] => [
      `another ${name}`,
      ({ request }) =>
        void (request[name] = new Date(
          request[name]!.getTime() + (name === "documentDate" ? 86_400_000 * (1 + (by % 900)) : by),
        )),
    ]),
  fc
    .tuple(item, fc.bigInt({ min: 1n, max: 10n ** 12n }))
    .map(([at, by]): [string, Mutation] => [
      "an amount",
      ({ content }) =>
        void (content.items![at]!.disputedAmount = (
          BigInt(content.items![at]!.disputedAmount!) + by
        ).toString()),
    ]),
  fc
    .bigInt({ min: 1n, max: 10n ** 12n })
    .map((by): [string, Mutation] => ["the total", ({ request }) => void (request.disputedAmount += by)]),
  fc
    .tuple(item, fc.constantFrom("value", "kind", "institutionId"), place, fc.nat(6))
    .map(([at, name, where, bit]): [string, Mutation] => [
      `a target's ${name}`,
      ({ content }) =>
        void ((content.items![at] as Record<string, unknown>)[name] = flip(
          String(content.items![at]![name as "value"]),
          where,
          bit,
        )),
    ]),
  fc
    .tuple(item, place, fc.constantFrom(0, 1))
    .map(([at, where, part]): [string, Mutation] => [
      "how a target is shown",
      ({ content }) => void (content.shown![at]![part] = flip(content.shown![at]![part]!, where, 0)),
    ]),
  fc.constantFrom<[string, Mutation]>(
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
      ({ content }) =>
        void content.items!.push({ ...content.items![0]!, position: 3, value: "000011112222" }),
    ],
    ["a target less", ({ content }) => void content.items!.pop()],
    ["no targets", ({ content }) => void (content.items = null)],
    ["a note", ({ content }) => void (content.shown![0]![2] = "Giữ cả tài khoản khác")],
    ["a ground for holding more", ({ content }) => void (content.items![0]!.overGround = "Nhiều bị hại")],
    ["another file", ({ content }) => void (content.files[0] = "c".repeat(64))],
    ["a file less", ({ content }) => void content.files.pop()],
    ["provisions in another order", ({ request }) => void request.legalBases.reverse()],
    ["a provision less", ({ request }) => void request.legalBases.pop()],
    ["another order as its parent", ({ request }) => void (request.parentId = id("a"))],
    ["details that were not there", ({ request }) => void (request.details = { until: "2027-01-01" })],
    [
      "no procuracy told",
      ({ request }) => void ((request.procuracyOrgId = null), (request.notifiedAt = null)),
    ],
    ["the key of another organisation", ({ content }) => void (content.key = registered(otherUnit, id("3")))],
    [
      "the right key in another organisation's name",
      ({ content }) => void (content.key = registered(unit, id("3"))),
    ],
    ["another key in the unit's name", ({ content }) => void (content.key = registered(otherUnit, id("2")))],
    [
      "a key made after the signature",
      ({ content }) => void (content.key!.createdAt = "2026-11-20T02:14:00Z"),
    ],
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
          otherUnit.privateKey,
        ).toString("base64url");
      },
    ],
    [
      "a signature of another document",
      ({ request, content }) => {
        request.signature = sign(
          null,
          signedBytes({ ...request, documentNumber: "1/CV" }, request.contentHash!, content.shown!),
          unit.privateKey,
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
          signedById: id("6"),
          issuedAt: "2026-11-20T02:12:00.123Z",
          documentNumber: "1128/CV-PA05",
        }),
    ],
    ["never sent", ({ request }) => void (request.sentAt = null)],
  ),
  fc.tuple(place, fc.nat(511)).map(([, bit]): [string, Mutation] => [
    "a bit of the signature",
    ({ request }) => {
      const raw = Buffer.from(request.signature!, "base64url");
      raw[bit >> 3]! ^= 1 << (bit & 7);
      request.signature = raw.toString("base64url");
    },
  ]),
  fc
    .tuple(place, fc.nat(6))
    .map(([at, bit]): [string, Mutation] => [
      "a letter of the signature",
      ({ request }) => void (request.signature = flip(request.signature!, at, bit)),
    ]),
);

describe("an order that is not what was signed", () => {
  it("is genuine as it was signed, however its keys are ordered in the program", () => {
    const { request, content } = signed();
    expect(verdictOf(request, content, null)).toBe("genuine");
    const reordered = Object.fromEntries(
      Object.entries(content.items![0]!).reverse(),
    ) as Envelope["items"][number];
    expect(verdictOf(request, { ...content, items: [reordered, content.items![1]!] }, null)).toBe("genuine");
  });

  it("is not accepted after any of 2,000 changes, nor when the attacker writes its hash anew", () => {
    let accepted = 0;
    fc.assert(
      fc.property(mutation, fc.boolean(), ([, change], rehashed) => {
        const order = signed();
        const before = JSON.stringify([order, order.request.disputedAmount.toString()], big);
        change(order);
        if (JSON.stringify([order, order.request.disputedAmount.toString()], big) === before) return;
        if (rehashed)
          order.request.contentHash = envelopeHash({
            ...envelopeNow(order),
            ...(order.request.details ? { details: order.request.details as object } : {}),
          } as Envelope);
        if (verdictOf(order.request, order.content, null) !== "changed") accepted++;
        expect(accepted).toBe(0);
      }),
      { numRuns: 2_000 },
    );
  }, 60_000);

  it("is not accepted as other bytes of the same meaning", () => {
    const { request, content } = signed();
    const bytes = signedBytes(request, request.contentHash!, content.shown!);
    const parsed = JSON.parse(bytes.toString()) as object;
    const reordered = JSON.stringify(Object.fromEntries(Object.entries(parsed).reverse()));
    for (const other of [
      reordered,
      JSON.stringify(parsed, null, 1),
      `${bytes.toString()} `,
      bytes.toString().replace("é", "e\u0301"),
    ])
      if (other !== bytes.toString())
        expect(isSignedBy(spki(unit), Buffer.from(other), request.signature!)).toBe(false);
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Buffer.from(bytes);
      flipped[at]! ^= 1;
      expect(isSignedBy(spki(unit), flipped, request.signature!)).toBe(false);
    }
  });

  it("counts without a signature only where this installation says so, and only when it was sent before", () => {
    const { request, content } = signed();
    request.signature = null;
    expect(verdictOf(request, content, null)).toBe("changed");
    expect(verdictOf(request, content, new Date("2026-11-20T02:12:00.123Z"))).toBe("changed");
    expect(verdictOf(request, content, new Date("2026-11-20T02:12:00.124Z"))).toBe("unsigned");
    content.items!.pop();
    expect(verdictOf(request, content, new Date("2026-12-01"))).toBe("changed");
  });
});

const big = (_: string, value: unknown) => (typeof value === "bigint" ? `${value}n` : value);
