import { expect, it, vi } from "vitest";
import { calendarText } from "./feed-text";
import type { DueItem } from "./types";

vi.mock("@/lib/env", () => ({ env: () => ({ appOrigin: "https://lachan.example" }) }));

const item = (over: Partial<DueItem>): DueItem => ({
  id: "0199f3d2-5c7e-7aaa-8bbb-1234567890ab",
  kind: "case",
  at: "2026-12-11T17:00:00.000Z",
  until: null,
  lastDay: null,
  code: "VV-1",
  requestId: null,
  caseId: null,
  appealId: null,
  detail: null,
  organisation: null,
  person: null,
  count: 1,
  isOverdue: false,
  ...over,
});
const feed = (over: Partial<DueItem>) =>
  calendarText([item(over)], "own", "vi", new Date("2026-11-22T00:00Z"));

it("has a limit of days as a whole day, its last one", () => {
  const text = feed({ lastDay: "2026-12-11" });
  expect(text).toContain("DTSTART;VALUE=DATE:20261211\r\n");
  expect(text).not.toContain("20261212T");
});

it("has a shift from its beginning to its end, and a limit of hours as one instant", () => {
  const shift = feed({ kind: "duty", code: null, at: "2026-12-11T00:00:00Z", until: "2026-12-11T08:00:00Z" });
  expect(shift).toContain("DTSTART:20261211T000000Z\r\nDTEND:20261211T080000Z\r\n");
  expect(feed({ kind: "answer", at: "2026-12-11T03:30:00Z" })).not.toContain("DTEND");
});
