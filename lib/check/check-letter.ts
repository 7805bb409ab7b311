import { keyedHash } from "@/lib/access/crypto";
import { type Limit, tryLane } from "@/lib/access/throttle";
import { asSystem } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { decisionHash } from "@/lib/restitution/content";
import { isGenuine } from "@/lib/requests/signing/envelope";
import { readShortCode } from "./short-code";

/** All that the public page ever says of a letter. */
export type CheckState = "valid" | "withdrawn" | "unknown" | "wait";

const perAddress: Limit[] = [{ limit: 10, minutes: 1 }];
/** Of everybody together: a thousand addresses guessing at once get no further than one office reading its post. */
const perPortal: Limit[] = [{ limit: 300, minutes: 1 }];

/**
 * Is the letter with this code valid? For anybody, without a session, so nothing but the state leaves: no unit, no kind, no time,
 * and of a restricted case the same as of any. What was never signed, what is doubted, what is not what was signed, what does not exist and what
 * cannot be a code are all "unknown". Every look counts, right or wrong; the tenth in a minute from one address is the last ("wait").
 */
export async function checkLetter(typed: string, address: string): Promise<CheckState> {
  try {
    await tryLane(keyedHash("lane", `check:${address}`), perAddress);
    await tryLane(keyedHash("lane", "check"), perPortal);
  } catch (error) {
    if (error instanceof Problem && error.code === "too-many") return "wait";
    throw error;
  }
  const code = readShortCode(typed);
  return asSystem(async (tx) => {
    const decision = await tx.restitutionDecision.findUnique({
      where: { checkCode: code ?? "" },
      include: { shares: true },
    });
    if (decision?.approvedAt) {
      if (decisionHash(decision, decision.shares) !== decision.contentHash) return "unknown";
      return decision.status === "CANCELLED" ? "withdrawn" : "valid";
    }
    const found = await tx.request.findUnique({ where: { checkCode: code ?? "" } });
    // Nobody vouches for an order that its receiver doubts, or that was found forged.
    if (!found?.sentAt || found.suspectedAt || found.suspicion || !(await isGenuine(tx, found)))
      return "unknown";
    return found.status === "WITHDRAWN" ? "withdrawn" : "valid";
  });
}
