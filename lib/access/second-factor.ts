import { Problem } from "@/lib/errors";
import type { Actor } from "./actor";
import { keyedHash } from "./crypto";
import { knownDevice } from "./known-devices";
import { atDoor, inSession, recordRefused, tellThrottled, type Tried } from "./refusals";
import { limits, type WhenFull, tryLane } from "./throttle";
import { confirmTotp, spendRecoveryCode, spendTotp } from "./totp";

/** Where a code is shown at the door: the record keeps the origin, the throttle knows the browser. */
export type Shown = { origin: string | null; deviceToken: string | null };

/**
 * Second step at the door. Somebody who stands there with a stolen password fills the account's lane; a browser that the owner has
 * signed in with before keeps a lane of its own, so he does not keep the owner out.
 * @throws Problem "second-factor" when the code does not fit, "too-many" after ten wrong ones in ten minutes.
 */
export async function proveAtDoor(userId: string, typed: string, shown: Shown): Promise<void> {
  const tried = atDoor(userId, shown.origin);
  const known = await knownDevice(userId, shown.deviceToken);
  const lane = known ? `totp:device:${known}` : `totp:door:${userId}`;
  await prove(userId, typed, lane, tried, tellThrottled(tried, "code", known ? "device" : "account"));
}

/**
 * The second factor once more, inside a session that was proved already: counted apart from the door, so that nobody out there keeps
 * a commander from signing. @throws Problem "second-factor", "too-many" likewise.
 */
export async function proveInSession(actor: Actor, typed: string): Promise<void> {
  const tried = inSession(actor);
  const lane = `totp:again:${actor.userId}`;
  await prove(actor.userId, typed, lane, tried, tellThrottled(tried, "session", "account"));
}

/**
 * Binds the second factor that was offered, by one of its codes; wrong ones count as they do for one that is bound. Returns the
 * recovery codes, shown this once. @throws Problem "second-factor", "too-many" likewise.
 */
export async function bindAtDoor(userId: string, typed: string, origin: string | null): Promise<string[]> {
  const tried = atDoor(userId, origin);
  const told = tellThrottled(tried, "code", "account");
  return inLane(`totp:bind:${userId}`, tried, told, () => confirmTotp(userId, typed));
}

/** A six-digit code or a recovery code, each good once. */
async function prove(
  userId: string,
  typed: string,
  lane: string,
  tried: Tried,
  whenFull: WhenFull,
): Promise<void> {
  const code = typed.replace(/[\s-]/g, "");
  const spend = /^\d{6}$/.test(code) ? spendTotp : spendRecoveryCode;
  await inLane(lane, tried, whenFull, async () => (await spend(userId, code)) || null);
}

/** Takes a place in the lane, looks at the code, and settles; null from `look` is a wrong code. */
async function inLane<T>(
  lane: string,
  tried: Tried,
  whenFull: WhenFull,
  look: () => Promise<T | null>,
): Promise<T> {
  const place = await tryLane(keyedHash("lane", lane), limits.code, { whenFull });
  const found = await look();
  await place.settle(found !== null, async (tx) => {
    if (found === null) await recordRefused(tx, tried, "code");
  });
  if (found === null) throw new Problem("second-factor", { fields: { code: "signIn.code.wrong" } });
  return found;
}
