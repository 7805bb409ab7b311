import { expect, it } from "vitest";
import { messageParts } from "./message-parts";

it.each([
  ["", 0, 1, false],
  ["a".repeat(160), 160, 1, false],
  ["a".repeat(161), 161, 2, false],
  [`${"a".repeat(159)}€`, 161, 2, false],
  ["Cảnh báo".padEnd(70, "a"), 70, 1, true],
  ["Cảnh báo".padEnd(71, "a"), 71, 2, true],
  ["ế".normalize("NFD").padEnd(69, "a"), 67, 1, true],
  ["đ".repeat(201), 201, 3, true],
])("%j has %i characters in %i messages", (text, characters, parts, isUnicode) =>
  expect(messageParts(text)).toMatchObject({ characters, parts, isUnicode }),
);
