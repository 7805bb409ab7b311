import { expect, it } from "vitest";
import { bearsNumbers } from "./reply-text";
import { replyTexts } from "./reply-text.cases";

it.each(replyTexts)("%s: a number of somebody's %s", (text, expected) =>
  expect(bearsNumbers(text)).toBe(expected),
);
