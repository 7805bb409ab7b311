import { expect, it } from "vitest";
import type { Objection } from "@/lib/requests/notified/types";
import { standingOf } from "./notified-facts";

const objection = (reply: string | null): Objection => ({
  id: "o",
  text: "Lệnh chưa nêu căn cứ.",
  raisedBy: "Kiểm sát viên",
  raisedAt: "2026-11-20T01:00:00.000Z",
  reply,
  repliedBy: null,
  repliedAt: null,
});

it.each([
  ["SENT", [], "none"],
  ["SENT", [objection(null)], "waits"],
  ["ANSWERED", [objection("Đã bổ sung.")], "replied"],
  ["WITHDRAWN", [], "late"],
  ["EXPIRED", [objection("Đã bổ sung.")], "late"],
  ["WITHDRAWN", [objection(null)], "waits"],
] as const)("an order that is %s with %j stands as %s", (status, objections, expected) => {
  expect(standingOf({ status, objections: [...objections] })).toBe(expected);
});
