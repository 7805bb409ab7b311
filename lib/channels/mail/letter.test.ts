import { describe, expect, it } from "vitest";
import en from "@/messages/en.json";
import vi from "@/messages/vi.json";
import { noticeKindCodes } from "@/lib/notices/kinds";
import { digestLetter, type Notified, oneLetter } from "./letter";

const origin = "https://lachan.example";
/** What a row of the portal holds and no mail may: a name, a number, an account, an amount, a text. */
const personal = {
  holder: "Nguyễn Văn Minh Họa",
  account: "0071000123456",
  phone: "0912345678",
  amount: "1500000000",
  reason: "Bị hại khai chuyển tiền",
};
const id = "0199f3d2-5c7e-7aaa-8bbb-1234567890ab";

/** Every `{name}` that a text takes. */
const argumentsOf = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name!);
function* textsOf(words: object): Generator<string> {
  for (const one of Object.values(words)) {
    if (typeof one === "string") yield one;
    else yield* textsOf(one as object);
  }
}
function* kindsOf(words: object, at = ""): Generator<string> {
  for (const [name, one] of Object.entries(words)) {
    if (typeof one === "string") yield at + name;
    else yield* kindsOf(one as object, `${at}${name}.`);
  }
}
const kinds = [...kindsOf(vi.mail.kind)];

it("has a word for every kind of notification, and for no other", () => {
  expect([...kinds].sort()).toEqual([...noticeKindCodes, "other"].sort());
});

describe("no mail and no short message holds personal data", () => {
  it.each([
    ["vi", vi.mail],
    ["en", en.mail],
  ])("%s: what the templates take is a kind, a code, a number, an address", (_, words) => {
    for (const text of textsOf(words))
      for (const name of argumentsOf(text).filter((one) => one !== "notifications" && one !== "notification"))
        expect(["what", "code", "count", "url", "subject", "#", "thông", "unread"]).toContain(name);
    for (const text of textsOf(words.kind)) expect(argumentsOf(text)).toEqual([]);
  });

  it.each(["vi", "en"] as const)(
    "%s: of a row full of it nothing but kind, code and link arrives",
    (language) => {
      const row = (kind: string) =>
        ({ kind, code: "YC-2026-000123", href: `/requests/${id}`, ...personal }) satisfies Notified &
          typeof personal;
      const letters = [
        ...kinds.map((kind) => oneLetter(language, row(kind), origin, "/account")),
        digestLetter(language, kinds.map(row), origin, "/account"),
      ];
      for (const { subject, text, html } of letters) {
        for (const secret of Object.values(personal)) expect(subject + text + html).not.toContain(secret);
        // Without code, link and addresses no digits are left but counts.
        const rest = text.replaceAll("YC-2026-000123", "").replaceAll(/https:\/\/\S+/g, "");
        expect(rest.match(/\d{3,}/)).toBeNull();
      }
    },
  );
});

it("writes one urgent matter with its code and link in text and in HTML", () => {
  const { subject, text, html } = oneLetter(
    "vi",
    { kind: "request.received", code: "YC-1", href: "/requests/a" },
    origin,
    "/account",
  );
  expect(subject).toBe("[Lá Chắn] Yêu cầu mới nhận: YC-1");
  expect(text).toContain(`YC-1: ${origin}/requests/a`);
  expect(html).toContain(`<a href="${origin}/requests/a"`);
  expect(html).toContain('lang="vi"');
});

it("counts by kind what gathered, and names five of each", () => {
  const all = Array.from({ length: 7 }, (_, at) => ({
    kind: "request.received",
    code: `YC-${at}`,
    href: `/requests/${at}`,
  }));
  const { subject, text } = digestLetter(
    "en",
    [...all, { kind: "other", code: null, href: "/" }],
    origin,
    "/account",
  );
  expect(subject).toBe("[Lá Chắn] 8 unread notifications");
  expect(text).toContain("New request received: 7");
  expect(text).toContain("YC-4: ");
  expect(text).not.toContain("YC-5");
  expect(text).toContain(`Open in Lá Chắn: ${origin}/`);
});

it("lets nothing be slipped into the HTML", () => {
  const { html } = oneLetter(
    "vi",
    { kind: "x", code: '<img src="x">', href: '/"><script>' },
    origin,
    "/account",
  );
  expect(html).not.toMatch(/<img|<script/);
});
