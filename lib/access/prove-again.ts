import { asSystem, databaseNow } from "@/lib/db";
import type { Actor } from "./actor";
import { refreshProof } from "./sessions";
import { proveSecondFactor } from "./totp";

/**
 * The signed-in person shows his second factor once more, for an act that wants it fresh; the session keeps the proof.
 * @throws Problem "second-factor" when the code does not fit, "too-many" after too many wrong ones.
 */
export async function proveAgain(actor: Actor, code: string): Promise<Actor> {
  await proveSecondFactor(actor.userId, code, "again");
  return refreshProof(actor, await asSystem(databaseNow));
}
