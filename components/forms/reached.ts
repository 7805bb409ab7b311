import type { ActionResult } from "@/lib/action";

/**
 * What an act gave back, or that no answer came: a lost connection, a server that failed over it. Whether it was carried out nobody knows
 * then, so it is told beside the button and sent again under the same key. Not caught, it takes the whole page away and what was typed
 * with it.
 */
export const reached = <T>(answer: Promise<ActionResult<T>>): Promise<ActionResult<T>> =>
  answer.catch(() => ({ ok: false, code: "unreachable" }));
