import { asSystem, databaseNow } from "@/lib/db";
import type { Actor } from "./actor";
import { proveInSession } from "./second-factor";
import { refreshProof } from "./sessions";

/**
 * The signed-in person shows his second factor once more, for an act that wants it fresh; the session keeps the proof.
 * @throws Problem "second-factor" when the code does not fit, "too-many" after too many wrong ones.
 */
export async function proveAgain(actor: Actor, code: string): Promise<Actor> {
  await proveInSession(actor, code);
  return refreshProof(actor, await asSystem(databaseNow));
}
