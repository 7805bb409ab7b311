import { afterEach, expect, it, vi } from "vitest";
import { quietCookie } from "@/lib/access/quiet";
import { readQuietly } from "./read-quietly";

afterEach(() => vi.unstubAllGlobals());

it("says that it is quiet before it reads, for a moment and for the whole portal", () => {
  const page = { cookie: "" };
  vi.stubGlobal("document", page);
  expect(readQuietly(() => page.cookie)).toBe(`${quietCookie}=1; path=/; max-age=2; samesite=strict`);
});
