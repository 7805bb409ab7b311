import { expect, it } from "vitest";
import { billions } from "@/lib/money/format-billions";
import { mapShapes } from "./province-shapes";

it("draws 34 provinces, each with a shape, inside the frame", () => {
  const { provinces, width, height, islands } = mapShapes();
  expect(provinces).toHaveLength(34);
  expect(provinces.every(({ path }) => path.startsWith("M"))).toBe(true);
  expect(islands.every(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height)).toBe(true);
});

it("always shows Hoàng Sa and Trường Sa", () => {
  const groups = mapShapes().islands.map(({ group }) => group);
  expect(groups.filter((group) => group === "hoangSa").length).toBeGreaterThan(20);
  expect(groups.filter((group) => group === "truongSa").length).toBeGreaterThan(100);
});

it.each([
  [48_620_000_000n, "48,620"],
  [0n, "0,000"],
  [499_999n, "0,000"],
  [500_000n, "0,001"],
  [1_234_567_890_123n, "1.234,568"],
])("%s VND is %s tỷ", (amount, expected) => expect(billions(amount)).toBe(expected));
