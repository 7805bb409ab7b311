import { keyedHash } from "@/lib/access/crypto";
import { type Limit, type Place, tryLane, wrongTries } from "@/lib/access/throttle";
import { asSystem } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { decisionHash } from "@/lib/restitution/content";
import { isGenuine } from "@/lib/requests/signing/envelope";
import { readShortCode } from "./short-code";

/** All that the public page ever says of a letter. */
export type CheckState = "valid" | "withdrawn" | "unknown" | "wait";

/** Codes that do not exist, in a minute: from one address, and of everybody together. */
const perAddress: Limit[] = [{ limit: 10, minutes: 1 }];
const perPortal: Limit[] = [{ limit: 300, minutes: 1 }];
const portalLane = () => keyedHash("lane", "check");
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
/** While many addresses guess, everybody's look takes so long. */
const slowMs = 1_000;
/** A place that another look of the same address holds is free in a moment when its code exists. */
const patience = { tries: 5, ms: 200 };

/**
 * Is the letter with this code valid? For anybody, without a session, so nothing but the state leaves: no unit, no kind, no time,
 * and of a restricted case the same as of any. What was never signed, what is doubted, what is not what was signed, what does not exist
 * and what cannot be a code are all "unknown". Codes that exist cost nothing: a branch behind one address reads its post. Whoever has
 * missed ten times in a minute waits ("wait"); when guesses come from everywhere, so does whoever has missed once, and the others are
 * slowed and not refused.
 */
export async function checkLetter(typed: string, address: string, slowly = pause): Promise<CheckState> {
  const lane = keyedHash("lane", `check:${address}`);
  const [{ limit, minutes }] = perPortal as [Limit];
  if ((await wrongTries(portalLane(), minutes)) >= limit) {
    if ((await wrongTries(lane, minutes)) > 0) return "wait";
    await slowly(slowMs);
  }
  const place = await placeIn(lane);
  if (!place) return "wait";
  const state = await stateOf(typed);
  if (state === "unknown") await tryLane(portalLane(), perPortal).catch(onlyFull);
  else await place.settle(true);
  return state;
}

async function placeIn(lane: string): Promise<Place | null> {
  for (let tries = patience.tries; tries > 0; tries -= 1) {
    const place = await tryLane(lane, perAddress).catch(onlyFull);
    if (place) return place;
    await pause(patience.ms);
  }
  return null;
}

function onlyFull(error: unknown): null {
  if (error instanceof Problem && error.code === "too-many") return null;
  throw error;
}

function stateOf(typed: string): Promise<Exclude<CheckState, "wait">> {
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
