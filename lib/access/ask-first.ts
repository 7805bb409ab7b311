import { z } from "zod";
import { type Ask, Problem } from "@/lib/errors";

/** What the person has been asked and has said yes to: codes of `admin.asks.<code>`. */
export const sure = z.array(z.string().max(40)).max(10).optional();

/**
 * Stops before a write that is allowed and seldom meant, until the person has said yes to each question. He is shown what is asked
 * with the facts beside it, and sends the same again with the codes in `sure`: a command asks all it has to ask at one place. @throws Problem ask-first with what is still to be asked.
 */
export function askFirst(said: readonly string[] | undefined, asks: readonly (Ask | null)[]): void {
  const open = asks.filter((ask): ask is Ask => ask !== null && !said?.includes(ask.code));
  if (open.length > 0) throw new Problem("ask-first", { asks: open });
}
