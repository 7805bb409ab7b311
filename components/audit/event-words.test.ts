import { expect, it } from "vitest";
import en from "@/messages/en.json";
import vi from "@/messages/vi.json";
import { capitalised } from "./event-words";

type Words = { [name: string]: string | Words };
const wordsOf = (group: Words): string[] =>
  Object.values(group).flatMap((word) => (typeof word === "string" ? [word] : wordsOf(word)));

it.each([
  ["Vietnamese", vi.events],
  ["English", en.events],
])("every event's word in %s begins small: it stands in sentences, and rows make it large", (_, events) => {
  const { system: _whoActs, ...acts } = events;
  expect(wordsOf(acts).filter((word) => /^\p{Lu}/u.test(word))).toEqual([]);
  expect(capitalised("đổi mật khẩu")).toBe("Đổi mật khẩu");
});
