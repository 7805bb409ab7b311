import { expect, it } from "vitest";
import { safeReturn } from "./sign-in-schema";

it.each([
  ["/requests?status=SENT", "/requests?status=SENT"],
  ["/cases/0192-ab", "/cases/0192-ab"],
  ["//evil.example", null],
  ["/\\evil.example", null],
  ["https://evil.example", null],
  ["javascript:alert(1)", null],
  ["/sign-in", null],
  ["/api/files/1", null],
  [undefined, null],
])("after signing in, %s leads to %s", (to, expected) => expect(safeReturn(to)).toBe(expected));
