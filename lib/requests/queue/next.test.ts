import { expect, it } from "vitest";
import { nextToAnswer } from "./next";

const me = { name: "Nguyễn Văn A", mine: true };
const colleague = { name: "Trần Thị B", mine: false };
const row = (id: string, over: Partial<Parameters<typeof nextToAnswer>[0][number]> = {}) => ({
  id,
  pausedAt: null,
  answeredAt: null,
  assignee: null,
  answering: null,
  ...over,
});
const now = "2026-11-22T03:00:00.000Z";

it.each([
  ["nothing else waits", [row("open")], null],
  ["mine comes before what nobody has", [row("free"), row("open"), row("mine", { assignee: me })], "mine"],
  [
    "of mine the one with the least time left",
    [row("first", { assignee: me }), row("open", { assignee: me }), row("second", { assignee: me })],
    "first",
  ],
  ["then what nobody has", [row("open"), row("his", { assignee: colleague }), row("free")], "free"],
  ["never what a colleague has", [row("open"), row("his", { assignee: colleague })], null],
  ["nor what a colleague is answering", [row("open"), row("busy", { answering: colleague })], null],
  ["nor what waits for the police", [row("open"), row("asked", { assignee: me, pausedAt: now })], null],
  ["nor what is answered", [row("open"), row("done", { assignee: me, answeredAt: now })], null],
] as const)("%s", (_, rows, expected) => expect(nextToAnswer(rows, "open")?.id ?? null).toBe(expected));
