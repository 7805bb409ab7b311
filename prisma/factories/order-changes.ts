import fc from "fast-check";
import { forgeries, type OrderChange } from "./order-forgeries";

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

const text = fc.constantFrom(...texts);
const place = fc.nat(200);
const item = fc.constantFrom(0, 1);
/** A small change of a signed order anywhere in it: by chance, or one of the forgeries. */
export const orderChange: fc.Arbitrary<OrderChange> = fc.oneof(
  fc
    .tuple(text, place, fc.nat(6))
    .map(([name, at, bit]): OrderChange => [
      `a bit of ${name}`,
      ({ request }) =>
        void ((request as Record<string, unknown>)[name] = flip(String(request[name]), at, bit)),
    ]),
  fc.tuple(text, place, fc.constantFrom(...lookAlikes)).map(([name, at, letter]): OrderChange => [
    `a look-alike in ${name}`,
    ({ request }) => {
      const was = String(request[name]);
      (request as Record<string, unknown>)[name] =
        was.slice(0, at % was.length) + letter + was.slice((at % was.length) + 1);
    },
  ]),
  fc
    .constantFrom("grounds", "disclosure")
    .map((name): OrderChange => [
      `${name} with its accents taken apart`,
      ({ request }) =>
        void ((request as Record<string, unknown>)[name] = decomposed(String(request[name as "grounds"]))),
    ]),
  fc
    .tuple(fc.constantFrom(...instants), fc.integer({ min: 1, max: 10 ** 9 }))
    .map(([name, by]): OrderChange => [
      `another ${name}`,
      ({ request }) =>
        void (request[name] = new Date(
          request[name]!.getTime() + (name === "documentDate" ? 86_400_000 * (1 + (by % 900)) : by),
        )),
    ]),
  fc
    .tuple(item, fc.bigInt({ min: 1n, max: 10n ** 12n }))
    .map(([at, by]): OrderChange => [
      "an amount",
      ({ content }) =>
        void (content.items![at]!.disputedAmount = (
          BigInt(content.items![at]!.disputedAmount!) + by
        ).toString()),
    ]),
  fc
    .bigInt({ min: 1n, max: 10n ** 12n })
    .map((by): OrderChange => ["the total", ({ request }) => void (request.disputedAmount += by)]),
  fc
    .tuple(item, fc.constantFrom("value", "kind", "institutionId"), place, fc.nat(6))
    .map(([at, name, where, bit]): OrderChange => [
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
    .map(([at, where, part]): OrderChange => [
      "how a target is shown",
      ({ content }) => void (content.shown![at]![part] = flip(content.shown![at]![part]!, where, 0)),
    ]),
  fc.constantFrom(...forgeries),
  fc.tuple(place, fc.nat(511)).map(([, bit]): OrderChange => [
    "a bit of the signature",
    ({ request }) => {
      const raw = Buffer.from(request.signature!, "base64url");
      raw[bit >> 3]! ^= 1 << (bit & 7);
      request.signature = raw.toString("base64url");
    },
  ]),
  fc
    .tuple(place, fc.nat(6))
    .map(([at, bit]): OrderChange => [
      "a letter of the signature",
      ({ request }) => void (request.signature = flip(request.signature!, at, bit)),
    ]),
);
