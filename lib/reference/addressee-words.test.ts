import { expect, it } from "vitest";
import { ownKinds } from "@/prisma/seed/reference/own-kinds";
import { addresseeWords, organisationKindsOf } from "./addressee-words";

it.each([
  [["bank", "treasury"], ["bank"]],
  [
    ["telecom", "isp"],
    ["telecom", "isp_registrar"],
  ],
  [["police"], ["police"]],
  [["nobody"], []],
  [["toString"], []],
  [[], []],
])("%j are %j", (words, kinds) => expect(organisationKindsOf(words)).toEqual(kinds));

it("means everybody who can be asked by any", () =>
  expect(organisationKindsOf(["any"])).toEqual([
    "bank",
    "payment_intermediary",
    "telecom",
    "isp_registrar",
    "platform",
    "police",
  ]));

it("knows every word of the register's own kinds, so that each can have a new period", () =>
  expect(
    ownKinds
      .flatMap(({ addressees }) => addressees)
      .filter((word) => !addresseeWords.includes(word as "bank")),
  ).toEqual([]));
