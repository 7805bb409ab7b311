import * as drawings from "lucide-react";
import { readdirSync } from "node:fs";
import { createElement, type ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Icon } from "./icon";

const names = readdirSync(import.meta.dirname).flatMap((file) => /^([a-z0-9-]+)\.ts$/.exec(file)?.[1] ?? []);
const linesOf = (drawing: ComponentType) =>
  renderToStaticMarkup(createElement(drawing)).replace(/^<svg[^>]*>|<\/svg>$/g, "");

it("draws every icon as the library does", async () => {
  expect(names.length).toBeGreaterThan(100);
  for (const name of names) {
    const [[title, own]] = Object.entries((await import(`./${name}.ts`)) as Record<string, Icon>) as [
      [keyof typeof drawings, Icon],
    ];
    expect([title, linesOf(own)]).toEqual([
      title,
      linesOf(drawings[title] as Icon).replace(/><\/\w+>/g, "/>"),
    ]);
  }
});

it("is hidden from a screen reader unless it has a name of its own", async () => {
  const { Zap } = await import("./zap");
  expect(renderToStaticMarkup(Zap({ className: "i" }))).toContain('aria-hidden="true"');
  expect(renderToStaticMarkup(Zap({ "aria-label": "Khẩn", role: "img" }))).not.toContain("aria-hidden");
});
