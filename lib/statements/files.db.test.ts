import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db";
import { makePerson } from "@/prisma/factories/people";
import { setScene } from "@/prisma/factories/scene";
import { keepLayout, readStatementFile } from "./files";
import { type ColumnRole, headsOf } from "./layout";

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
    expect([first.reading, first.layout.columns]).toEqual(["heads", ["time", "debit", "toAccount"]]);
    await keepLayout(scene.investigator, { heads: headsOf(first.rows, first.layout), columns });
    const colleague = await read(await makePerson("investigator", scene.police));
    expect([colleague.reading, colleague.layout.columns]).toEqual(["kept", columns]);
    expect((await read(other.investigator)).reading).toBe("heads");
  });

  it("whose heads say nothing known is guessed, corrected by a person, and read so the next time", async () => {
    const { investigator } = await setScene();
    const odd = Buffer.from(
      "Ngân hàng Lạ;;\nKỳ;tháng 11/2026;\nMốc;Trị số;Chỗ đến\n20/11/2026 08:47;5.000.000;108874205561\n",
    );
    const read = async () => {
      const found = await readStatementFile(investigator, "sao-ke.csv", odd);
      if (!found.ok) throw new Error(found.code);
      return found;
    };
    const first = await read();
    expect([first.reading, first.layout.headRow]).toEqual(["guessed", 2]);
    // Another row than the guessed one may be taken for the heads.
    const columns: ColumnRole[] = ["time", "debit", "toAccount"];
    await keepLayout(investigator, { heads: headsOf(first.rows, { headRow: 1 }), columns });
    const again = await read();
    expect([again.reading, again.layout]).toEqual(["kept", { headRow: 1, columns }]);
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
