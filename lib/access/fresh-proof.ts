import { Problem } from "@/lib/errors";
import type { Actor } from "./actor";

/** A second factor counts as fresh for two minutes (OWASP ASVS 7.5.3). */
const freshMs = 2 * 60_000;

/** For acts that want the second factor just proved. `now` is the database's (UTC). @throws Problem "second-factor". */
export function assertFreshProof(actor: Pick<Actor, "secondFactorAt">, now: Date): void {
  if (!actor.secondFactorAt || now.getTime() - actor.secondFactorAt.getTime() > freshMs)
    throw new Problem("second-factor");
}
