import { describe, expect, it } from "vitest";
import { edgeOfText, edgeToText } from "./page-edge";

const edge = ["2026-11-22T03:20:10.000Z", "01999999-0000-7000-8000-000000000001"];
const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("the edge of a page in an address", () => {
  it("comes back as it was written", () => expect(edgeOfText(edgeToText(edge), ["instant", "id"])).toEqual(edge));

  it.each([
    ["nothing", undefined],
    ["no base64", "%%%"],
    ["another shape", text({ a: 1 })],
    ["too few parts", text([edge[0]])],
    ["a date that does not exist", text(["2026-13-45T99:00:00Z", edge[1]])],
    ["an id that is none", text([edge[0], "1; drop"])],
    ["numbers", text([1, 2])],
    ["far too long", "a".repeat(500)],
  ])("%s opens the first page", (_, value) => expect(edgeOfText(value, ["instant", "id"])).toBeNull());
});
