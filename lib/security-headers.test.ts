import { expect, it } from "vitest";
import { fixedHeaders, isLedFromElsewhere, isOwnRequest, pagePolicy } from "./security-headers";

const own = "https://lachan.example";

it.each([
  ["GET", null, true],
  ["HEAD", "https://elsewhere.example", true],
  ["POST", own, true],
  ["POST", null, false],
  ["POST", "null", false],
  ["POST", `${own}.evil.example`, false],
  ["POST", "http://lachan.example", false],
  ["PUT", "https://elsewhere.example", false],
  ["DELETE", null, false],
  ["OPTIONS", null, false],
  ["post", null, false],
])("%s from %s: %s", (method, origin, expected) => {
  expect(isOwnRequest(method, origin, own)).toBe(expected);
});

it("refuses a form that the browser posts by itself: our own referrer policy takes its origin away", () => {
  // Fetch standard, "append a request Origin header": a navigation that is not GET says "null" under no-referrer.
  expect(fixedHeaders["Referrer-Policy"]).toBe("no-referrer");
  expect(isOwnRequest("POST", "null", own)).toBe(false);
});

it("lets nothing inline and nothing foreign into a page in production", () => {
  const policy = pagePolicy("abc", false);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).not.toMatch(/unsafe|https?:|ws:|\*/);
});

it.each([
  ["/api/answers", "cross-site", true],
  ["/requests/0199f3d2/letter/file", "cross-site", true],
  ["/cases/0199f3d2/bundle", "cross-site", true],
  ["/requests/0199f3d2", "cross-site", false],
  ["/calendar/feed/abc.ics", "cross-site", false],
  ["/api/health", "cross-site", false],
  ["/api/answers", "same-origin", false],
  ["/api/answers", "none", false],
  ["/api/answers", null, false],
])("%s asked from %s is led there from elsewhere: %s", (pathname, site, expected) =>
  expect(isLedFromElsewhere(pathname, site)).toBe(expected),
);
