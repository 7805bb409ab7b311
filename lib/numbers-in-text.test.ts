import { expect, it } from "vitest";
import { replyTexts } from "./league/reply-text.cases";
import { bearsNumbers, bearsNumbersBesideCodes } from "./numbers-in-text";

it.each(replyTexts)("%s: a number of somebody's %s", (text, expected) => {
  expect(bearsNumbers(text)).toBe(expected);
  expect(bearsNumbersBesideCodes(text)).toBe(expected);
});

it.each([
  ["YC-25-2026-001893 chờ chi nhánh gửi sao kê", false],
  ["yc-25-2026-001893, VV-25-2026-000012: gọi lại lúc 14:00 ngày 23/11", false],
  ["YC-25-2026-001893: tài khoản 0123456789", true],
  ["YC-25-2026-001893 12 34 56", false],
])("%s: beside the codes a number of somebody's %s", (text, expected) =>
  expect(bearsNumbersBesideCodes(text)).toBe(expected),
);
