import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { lifecyclePage } from "./lifecycle-diagram";

it("keeps docs/lifecycle.md as the table says (npx tsx scripts/draw-lifecycle.mjs writes it)", () => {
  expect(readFileSync(new URL("../../docs/lifecycle.md", import.meta.url), "utf8")).toBe(lifecyclePage());
});
