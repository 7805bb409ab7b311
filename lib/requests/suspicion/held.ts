import { statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";

/** Does a doubt about something that this person signed or drafted stand? */
export async function isHeldNow(tx: Tx): Promise<boolean> {
  const { rows } = await statement<{ held: boolean }>(tx, "select app.is_held() as held", []);
  return rows[0]?.held ?? false;
}

/** Whoever signed or drafted an order that is doubted hands in and signs nothing until that is settled. @throws Problem "sender-held". */
export async function assertNotHeld(tx: Tx): Promise<void> {
  if (await isHeldNow(tx)) throw new Problem("sender-held");
}
