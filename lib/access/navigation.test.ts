import { expect, it } from "vitest";
import { homeOf, placesFor } from "./navigation";
import { roles } from "./roles-list";

it.each([
  ["investigator", "/"],
  ["commander", "/"],
  ["liaison", "/queue"],
  ["leader", "/province"],
  ["prosecutor", "/notified"],
  ["auditor", "/audit"],
  ["admin", "/admin"],
] as const)("%s begins at %s", (role, home) => expect(homeOf([role])).toBe(home));
it("has a home for every role and names no place twice", () => {
  expect(roles.every((role) => homeOf([role]) !== "/account")).toBe(true);
  const hrefs = placesFor({
    roles: ["liaison", "liaison_manager", "commander", "investigator"],
    orgKind: "bank",
  }).map(({ href }) => href);
  expect(new Set(hrefs).size).toBe(hrefs.length);
});

it.each([
  ["bank", true],
  ["payment_intermediary", true],
  ["telecom", false],
  ["platform", false],
] as const)("leads the desk of a %s to what is held: %s", (orgKind, isLed) =>
  expect(placesFor({ roles: ["liaison"], orgKind }).some(({ code }) => code === "heldHere")).toBe(isLed),
);
