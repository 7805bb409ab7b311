import { describe, expect, it } from "vitest";
import en from "@/messages/en.json";
import vi from "@/messages/vi.json";
import { DeadlineSubject } from "@/lib/generated/prisma/enums";
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
const none = { limit: null, dueAt: null };
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
        expect([
          "what",
          "code",
          "count",
          "url",
          "subject",
          "limit",
          "end",
          "when",
          "day",
          "#",
          "thông",
          "unread",
        ]).toContain(name);
    for (const text of textsOf(words.kind)) expect(argumentsOf(text)).toEqual([]);
  });

  it.each(["vi", "en"] as const)(
    "%s: of a row full of it nothing but kind, code and link arrives",
    (language) => {
      const row = (kind: string) =>
        ({ kind, code: "YC-2026-000123", href: `/requests/${id}`, ...none, ...personal }) satisfies Notified &
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
    { kind: "request.received", code: "YC-1", href: "/requests/a", ...none },
    origin,
    "/account",
  );
  expect(subject).toBe("[Lá Chắn] Yêu cầu mới nhận: YC-1");
  expect(text).toContain(`YC-1: ${origin}/requests/a`);
  expect(html).toContain(`<a href="${origin}/requests/a"`);
  expect(html).toContain('lang="vi"');
});

it("tells which limit it is about and when that ends, so that two limits of one request are told apart", () => {
  const dueAt = "2026-11-22T03:11:28.000Z";
  const about = (kind: string, limit: string, at = dueAt) =>
    oneLetter("vi", { kind, code: "YC-1", href: "/requests/a", limit, dueAt: at }, origin, "/account");
  const breach = about("deadline.breached", "ACKNOWLEDGE");
  const reminder = about("deadline.reminder", "ANSWER");
  expect(breach.subject).toBe("[Lá Chắn] Đã quá hạn tiếp nhận: YC-1");
  expect(breach.text).toContain("YC-1 (hạn tiếp nhận: 22/11/2026 10:11): ");
  expect(reminder.subject).toBe("[Lá Chắn] Nhắc hạn trả lời: YC-1");
  expect(about("deadline.reminder", "CASE_LEGAL", "2026-12-11T17:00:00.000Z").text).toContain(
    "YC-1 (thời hạn tố tụng: hết ngày 11/12/2026): ",
  );
  const unknown = about("deadline.reminder", "Nguyễn Văn Minh Họa", "0912345678");
  expect(unknown.text).not.toMatch(/Nguyễn|0912/);
});

it("knows a name for every limit that a clock may be about", () => {
  for (const { limit } of [vi.mail, en.mail])
    expect(Object.keys(limit).sort()).toEqual(Object.keys(DeadlineSubject).sort());
});

it("counts by kind what gathered, and names five of each", () => {
  const all = Array.from({ length: 7 }, (_, at) => ({
    kind: "request.received",
    code: `YC-${at}`,
    href: `/requests/${at}`,
    ...none,
  }));
  const { subject, text } = digestLetter(
    "en",
    [...all, { kind: "other", code: null, href: "/", ...none }],
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
    { kind: "x", code: '<img src="x">', href: '/"><script>', ...none },
    origin,
    "/account",
  );
  expect(html).not.toMatch(/<img|<script/);
});
