import { expect, it } from "vitest";
import { byName } from "./collation";

it("orders names as Vietnamese readers do", () => {
  const names = ["Đông Á Bank", "VPBank", "vàng", "Eximbank", "DongA", "Ân Thi", "An Bình", "Xã 10", "Xã 9"];
  const ordered = names.map((name) => ({ name })).sort(byName);
  expect(ordered.map(({ name }) => name)).toEqual([
    "An Bình",
    "Ân Thi",
    "DongA",
    "Đông Á Bank",
    "Eximbank",
    "vàng",
    "VPBank",
    "Xã 9",
    "Xã 10",
  ]);
});
