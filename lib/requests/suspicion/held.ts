import { statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";

/** Whoever signed or drafted an order that is doubted hands in and signs nothing until that is settled. @throws Problem "sender-held". */
export async function assertNotHeld(tx: Tx): Promise<void> {
  const { rows } = await statement<{ held: boolean }>(tx, "select app.is_held() as held", []);
  if (rows[0]?.held) throw new Problem("sender-held");
}
