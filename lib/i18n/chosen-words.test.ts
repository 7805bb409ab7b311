import { describe, expect, it } from "vitest";
import { chosenWords } from "./chosen-words";

const all = { requests: { status: { SENT: "sent" }, title: "t", urgent: "u" }, kinds: { A: "a" } };

describe("the words a page sends", () => {
  it("are whole namespaces and parts of one", () => {
    expect(chosenWords(all, ["kinds", "requests.status", "requests.title"])).toEqual({
      kinds: { A: "a" },
      requests: { status: { SENT: "sent" }, title: "t" },
    });
  });

  it("are picked without touching the shared tree", () => {
    const before = structuredClone(all);
    chosenWords(all, ["requests", "requests.status"]);
    expect(all).toEqual(before);
  });

  it.each(["nothing", "requests.nothing", "nothing.at.all"])("named %s do not exist", (name) => {
    expect(() => chosenWords(all, [name])).toThrow(name);
  });
});
