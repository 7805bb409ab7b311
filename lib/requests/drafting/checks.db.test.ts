import { afterAll, expect, it } from "vitest";
import { asSystem, closeDatabase, statement } from "@/lib/db";
import { kindsInForce } from "@/lib/requests/in-force";
import { kindOf } from "@/lib/requests/kinds";
import { setScene } from "@/prisma/factories/scene";
import { checkAddressee } from "./checks";

afterAll(closeDatabase);

it("asks an organisation until the day it closes begins in Viet Nam, seven hours before that day begins at Greenwich", async () => {
  const { bank, police } = await setScene();
  const kind = kindOf("ACCOUNT_SUSPEND");
  const check = (at: string) =>
    asSystem(async (tx) => {
      const now = new Date(at);
      const law = (await kindsInForce(tx, [kind.code], now)).get(kind.code)!;
      await statement(tx, "update organisation set valid_to = '2026-11-23' where id = $1", [bank.id]);
      return checkAddressee(tx, kind, law, { unitId: police.id }, bank.id, now);
    });
  expect((await check("2026-11-22T16:59:59Z")).id).toBe(bank.id);
  for (const at of ["2026-11-22T17:00:00Z", "2026-11-23T03:00:00Z"])
    await expect(check(at)).rejects.toMatchObject({
      details: { fields: { addresseeOrgId: "addressee.closed" } },
    });
});
