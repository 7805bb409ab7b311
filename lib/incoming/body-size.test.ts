import { expect, it } from "vitest";
import { sizeRefusal } from "./body-size";

const sent = (bytes: number | string, type = "text/plain;charset=UTF-8") =>
  new Headers({ "content-length": String(bytes), "content-type": type });

it.each([
  ["/api/auth/callback/credentials", 16 * 1024],
  ["/sign-in", 2 * 1024 * 1024],
  ["/api/holds", 2 * 1024 * 1024],
  ["/cases/0199f3d2/bundle", 2 * 1024 * 1024],
  ["/api/files", 64 * 1024 * 1024],
  ["/api/cases/0199f3d2/targets", 64 * 1024 * 1024],
])("reads at %s a body of %d bytes and no longer one", (pathname, most) => {
  expect(sizeRefusal("POST", pathname, sent(most))).toBeNull();
  expect(sizeRefusal("POST", pathname, sent(most + 1))).toBe(413);
});

it("reads of a form in parts what a form has, and where files come in what files have", () => {
  const parts = "multipart/form-data; boundary=b";
  expect(sizeRefusal("POST", "/sign-in", sent(64 * 1024, parts))).toBeNull();
  expect(sizeRefusal("POST", "/sign-in", sent(64 * 1024 + 1, parts))).toBe(413);
  expect(sizeRefusal("POST", "/api/files", sent(64 * 1024 + 1, parts))).toBeNull();
});

it("takes no body that does not say its length, nor one that says nonsense", () => {
  expect(sizeRefusal("POST", "/api/files", new Headers({ "transfer-encoding": "chunked" }))).toBe(411);
  const passedOn = new Headers({
    "transfer-encoding": "chunked",
    "x-action-forwarded": "1",
    "next-action": "a",
  });
  expect(sizeRefusal("POST", "/cases", passedOn)).toBeNull();
  expect(sizeRefusal("POST", "/api/files", passedOn)).toBe(411);
  expect(sizeRefusal("POST", "/api/files", sent("-1"))).toBe(413);
  expect(sizeRefusal("POST", "/api/files", new Headers())).toBeNull();
  expect(sizeRefusal("GET", "/cases", sent(10 ** 9))).toBeNull();
});
