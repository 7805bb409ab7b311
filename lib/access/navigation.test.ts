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
  const hrefs = placesFor(["liaison", "liaison_manager", "commander", "investigator"]).map(
    ({ href }) => href,
  );
  expect(new Set(hrefs).size).toBe(hrefs.length);
});
