import { expect, it } from "vitest";
import { codeFlaw } from "./code-rule";

it.each([
  ["police:25:pc99", "police", "25", null],
  ["police:25:pc99", "bank", undefined, "admin.errors.codeKind"],
  ["police:25:pc99", "police", "38", "admin.errors.codeProvince"],
  ["police:25", "police", undefined, "admin.errors.codeProvince"],
  ["police:a05", "police", undefined, null],
  ["bank:shb", "bank", undefined, null],
  ["payment:momo", "bank", undefined, "admin.errors.codeKind"],
  ["telecom:fpt", "isp_registrar", undefined, null],
  ["committee:25", "peoples_committee", "25", null],
  ["sbv:03", "state_bank_branch", "25", null],
  ["test-1", "police", "25", null],
] as const)("%s of a %s in %s: %s", (code, kind, province, flaw) =>
  expect(codeFlaw(code, kind, province)).toBe(flaw),
);
