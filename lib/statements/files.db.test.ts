import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db";
import { makePerson } from "@/prisma/factories/people";
import { setScene } from "@/prisma/factories/scene";
import { keepLayout, readStatementFile } from "./files";
import type { ColumnRole } from "./layout";

afterAll(closeDatabase);

const file = Buffer.from("Ngày;Ghi nợ;Số TK\n20/11/2026 08:47;5.000.000;108874205561\n");

describe("a form of bank statement", () => {
  it("is read as its unit read it last, and by no other unit", async () => {
    const [scene, other] = [await setScene(), await setScene()];
    const columns: ColumnRole[] = ["time", "debit", "fromAccount"];
    const read = async (actor: typeof scene.investigator) => {
      const found = await readStatementFile(actor, "sao-ke.csv", file);
      if (!found.ok) throw new Error(found.code);
      return found;
    };
    const first = await read(scene.investigator);
    expect([first.isKnown, first.layout.columns]).toEqual([false, ["time", "debit", "toAccount"]]);
    await keepLayout(scene.investigator, { heads: first.heads, columns });
    const colleague = await read(await makePerson("investigator", scene.police));
    expect([colleague.isKnown, colleague.layout.columns]).toEqual([true, columns]);
    expect((await read(other.investigator)).isKnown).toBe(false);
  });

  it("is refused with its reason", async () => {
    const { investigator, liaison } = await setScene();
    const read = (name: string, bytes: Buffer) => readStatementFile(investigator, name, bytes);
    expect(await read("sao-ke.pdf", file)).toEqual({ ok: false, code: "extension" });
    expect(await read("sao-ke.xlsx", file)).toEqual({ ok: false, code: "mismatch" });
    expect(await read("sao-ke.csv", Buffer.from("chỉ là chữ\n"))).toEqual({ ok: false, code: "noHeads" });
    expect(await read("sao-ke.csv", Buffer.from("1;2\n".repeat(2_001)))).toEqual({ ok: false, code: "rows" });
    await expect(readStatementFile(liaison, "sao-ke.csv", file)).rejects.toMatchObject({
      code: "not-allowed",
    });
  });
});
