import { describe, expect, it } from "vitest";
import words from "@/messages/vi.json";
import { groundsOf } from "./grounds";

const { groundsForm: paid, groundsPlain: plain } = words.statement;
const at = "2026-11-20T02:00:00.000Z";

describe("the grounds that a statement proposes for one request", () => {
  it("tell a bank what came to its own accounts, and how many those are", () => {
    const said = groundsOf({ paid, plain }, at, [50_000_000n, 35_000_000n, 0n]);
    expect(said).toContain("20/11/2026");
    expect(said).toMatch(/85\.000\.000.*2 tài khoản tại quý đơn vị/);
    expect(said).not.toContain("#");
  });

  it("tell whom no money was paid to neither an amount nor a number of accounts", () => {
    const said = groundsOf({ paid, plain }, at, [0n]);
    expect(said).toContain("20/11/2026");
    expect(said).not.toMatch(/#|tài khoản|₫|đồng|chuyển/);
  });
});
