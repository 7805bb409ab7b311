import { beforeEach, expect, it, vi } from "vitest";
import { keepSearch, keptSearch } from "./kept-search";

const stored = new Map<string, string>();
beforeEach(() => {
  stored.clear();
  vi.stubGlobal("window", {
    sessionStorage: {
      getItem: (name: string) => stored.get(name) ?? null,
      setItem: (name: string, text: string) => stored.set(name, text),
      removeItem: (name: string) => stored.delete(name),
    },
  });
});

it("gives back what its reader searched for, until he clears it", () => {
  expect(keptSearch("one")).toBe("");
  keepSearch("one", "0071000123456");
  expect(keptSearch("one")).toBe("0071000123456");
  keepSearch("one", "");
  expect([keptSearch("one"), stored.size]).toEqual(["", 0]);
});

it("gives another reader of the same window nothing", () => {
  keepSearch("one", "0071000123456");
  expect(keptSearch("other")).toBe("");
});
