import type { ActionResult } from "@/lib/action";

/**
 * What an act gave back, or that the portal was not reached: a lost connection is told beside the button. Not caught, it takes the
 * whole page away and what was typed with it.
 */
export const reached = <T>(answer: Promise<ActionResult<T>>): Promise<ActionResult<T>> =>
  answer.catch(() => ({ ok: false, code: "unreachable" }));
