import { expect, it } from "vitest";
import { bearsNumbers, bearsNumbersBesideCodes } from "./numbers-in-text";

it.each([
  ["Gọi 0912345678", true],
  ["Gọi 0912 345 678", true],
  ["tài khoản 0123.456.789", true],
  ["12-34-56-78", true],
  ["Đã sửa từ 01/11/2026 đến 15/11/2026", false],
  ["Chậm 12 lần trong 1.000 lần, mất 12,5 triệu", false],
])("%s: a number of somebody's %s", (text, expected) => {
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
