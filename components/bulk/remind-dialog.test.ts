import { expect, it } from "vitest";
import { byAddressee } from "./remind-dialog";

it("names each organisation once with its requests, the most first", () => {
  const to = (addressee: string) => ({ addressee });
  expect(byAddressee([to("VPBank"), to("Agribank"), to("VPBank"), to("ACB")])).toEqual([
    ["VPBank", 2],
    ["ACB", 1],
    ["Agribank", 1],
  ]);
});
