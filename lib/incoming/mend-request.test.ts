import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state";
import { expect, it } from "vitest";
import { mendRequest } from "./mend-request";

const header = "next-router-state-tree";
const mended = (state: string) => {
  const request = { method: "GET", url: "/", headers: { [header]: state } as Record<string, string> };
  mendRequest(request);
  return request.headers[header];
};
const written = (tree: unknown) => encodeURIComponent(JSON.stringify(tree));
const page = ["__PAGE__", {}];
const ofCase = [["id", "0199f3d2", "d", null], { children: page }, null, "refetch"];

it.each([
  ["the page of a case", ["", { children: ["(portal)", { children: ofCase }] }, null, null, 16]],
  ["two places side by side", ["", { children: page, aside: page }]],
  ["a place with its siblings", ["", { children: [["id", "x", "d", ["new"]], {}] }]],
  ["a place with its address", ["", {}, ["/cases", ""], "inside-shared-layout"]],
  ["all that may stand there", ["", {}, null, "metadata-only", 3, "x"]],
])("leaves %s as it is", (_, tree) => {
  expect(mended(written(tree))).toBe(written(tree));
  expect(() => parseAndValidateFlightRouterState(written(tree))).not.toThrow();
});

it.each([
  ["what is no text", "%ff"],
  ["what is no list", "garbage"],
  ["a list that does not end", "%5B%5B%5B"],
  ["another list", written([1])],
  ["children that are none", written(["", { children: 1 }])],
  ["a place of a kind that is none", written(["", { children: [["id", "x", "evil", null], {}] }])],
  ["an address that is none", written(["", {}, "x"])],
  ["a mark that is none", written(["", {}, null, "evil"])],
  ["too much", written(["", {}, null, null, 1, "x", "y"])],
  ["a very long one", written(["x".repeat(40_000), {}])],
  [
    "what nests without end",
    written(JSON.parse('["",{"a":'.repeat(900) + '["",{}]' + "}]".repeat(900))) + " ",
  ],
])("takes away %s, over which Next would fail", (_, state) => {
  expect(() => parseAndValidateFlightRouterState(state)).toThrow();
  expect(mended(state)).toBeUndefined();
});

it.each([
  "/_next/data/x/api/files.json",
  "/x/../_next/data/x/api/files.json?a=1",
  "http://h/_next/data/x/y.json",
])("leads %s to no address", (url) => {
  const request = { method: "POST", headers: {}, url };
  mendRequest(request);
  expect(request.url).toBe("/_next/none");
});
it("leaves other addresses as they are", () => {
  for (const url of ["/", "/api/files", "/_next/static/x.js", "//", "*", "/%ff"]) {
    const request = { method: "POST", headers: {}, url };
    mendRequest(request);
    expect(request.url).toBe(url);
  }
});

it("makes a method that no request may have one that is refused", () => {
  const request = { method: "TRACE", headers: {}, url: "/" };
  mendRequest(request);
  expect(request.method).toBe("OPTIONS");
});
