import { describe, expect, it } from "vitest";
import { isRecordCode, recordCode, searchInput } from "./schema";

describe("looking up", () => {
  it.each(["YC-25-2026-001893", "vv-25-2026-000417", "YC-25", "yc 25 2026 001893"])(
    "%s names a record and no person",
    (term) => expect(isRecordCode(term)).toBe(true),
  );
  it.each(["0912345678", "Nguyễn Văn A", "vvan", "1088 7420 5561", "YC of mine"])(
    "%s asks for a purpose",
    (term) => {
      expect(isRecordCode(term)).toBe(false);
      expect(searchInput.safeParse({ term }).success).toBe(false);
      expect(searchInput.safeParse({ term, purpose: "case_work" }).success).toBe(true);
    },
  );
  it.each([
    ["YC-25-2026-001893", "yc-25-2026-001893"],
    ["yc 25 2026 001893", "yc-25-2026-001893"],
    ["VV25", "vv-25"],
    ["VV 10 1733 906642", "vv-10-1733-906642"],
  ])("%s is looked up as the code %s and as nothing else", (term, code) =>
    expect(recordCode(term)).toBe(code),
  );
  it("asks what an other purpose is", () => {
    expect(searchInput.safeParse({ term: "0912345678", purpose: "other" }).success).toBe(false);
    expect(
      searchInput.safeParse({ term: "0912345678", purpose: "other", explanation: "Theo điện thoại của VKS" })
        .success,
    ).toBe(true);
  });
});
