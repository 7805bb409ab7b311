import { expect, it } from "vitest";
import { bodyRefusal } from "./body-limit";

const sent = (bytes: number | string) => new Headers({ "content-length": String(bytes) });

it.each([
  ["/api/auth/callback/credentials", 16 * 1024],
  ["/sign-in", 2 * 1024 * 1024],
  ["/api/holds", 2 * 1024 * 1024],
  ["/cases/0199f3d2/bundle", 2 * 1024 * 1024],
  ["/api/files", 64 * 1024 * 1024],
  ["/api/cases/0199f3d2/targets", 64 * 1024 * 1024],
])("reads at %s a body of %d bytes and no longer one", (pathname, most) => {
  expect(bodyRefusal("POST", pathname, sent(most))).toBeNull();
  expect(bodyRefusal("POST", pathname, sent(most + 1))).toBe(413);
});

it("takes no body that does not say its length, nor one that says nonsense", () => {
  expect(bodyRefusal("POST", "/api/files", new Headers({ "transfer-encoding": "chunked" }))).toBe(411);
  expect(bodyRefusal("POST", "/api/files", sent("-1"))).toBe(413);
  expect(bodyRefusal("POST", "/api/files", new Headers())).toBeNull();
  expect(bodyRefusal("GET", "/cases", sent(10 ** 9))).toBeNull();
});
