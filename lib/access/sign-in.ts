import { asSystem } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { originOf } from "./caller-address";
import { keyedHash, newToken } from "./crypto";
import { knownDevice } from "./known-devices";
import { hashPassword, passwordFits } from "./passwords";
import { atDoor, nobodyId, recordRefused, tellThrottled, type Tried } from "./refusals";
import { startSession } from "./sessions";
import { standingOf } from "./standing";
import { limits, type Place, tryLane } from "./throttle";

export type Attempt = {
  email: string;
  password: string;
  address: string;
  device: string | null;
  deviceToken: string | null;
};
export type Begun = { token: string; userId: string; needs: "code" | "enrolment" };

// An unknown account costs the same work as a known one, so that nobody learns which exist: the same questions to the database,
// one hash, one write.
let nobody: Promise<string> | undefined;

/**
 * First step: e-mail and password. A right pair opens a session that can do nothing but prove its second factor.
 * Tries are counted per account and address; a device that its owner used before has a lane of its own, so that
 * somebody who fills the account's lane does not lock the owner out. A refusal of a known account is in the record.
 * @throws Problem "invalid" for a wrong pair or an unknown account alike, "too-many" when a lane is full.
 */
export async function beginSignIn(attempt: Attempt): Promise<Begun> {
  const email = attempt.email.trim().toLowerCase();
  const { user, credential } = await accountOf(email);
  const tried = atDoor(user?.id ?? null, originOf(attempt.address));
  const places = await takePlaces(attempt, email, user?.id ?? nobodyId, tried);
  nobody ??= hashPassword(newToken());
  const fits = await passwordFits(credential?.passwordHash ?? (await nobody), attempt.password);
  if (!fits || !credential || !user || user.suspendedAt) {
    const why = fits && user?.suspendedAt ? "suspended" : "password";
    await places.at(-1)!.settle(false, (tx) => recordRefused(tx, tried, why));
    throw new Problem("invalid", { fields: { password: "signIn.wrong" } });
  }
  await Promise.all(places.map((place) => place.settle(true)));
  const token = await asSystem(async (tx) => {
    const standing = await standingOf(tx, user.id);
    return startSession(tx, {
      userId: user.id,
      membershipId: standing?.isInForce ? standing.membershipId : null,
      secondFactorAt: null,
      device: attempt.device,
      addressHint: null,
    });
  });
  return { token, userId: user.id, needs: credential.totpConfirmedAt ? "code" : "enrolment" };
}

function accountOf(email: string) {
  return asSystem(async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true, suspendedAt: true } });
    const credential = await tx.credential.findUnique({ where: { userId: user?.id ?? nobodyId } });
    return { user, credential };
  });
}

/** The owner's own device has one lane; everybody else passes the address's lane, which whole offices share, and the account's. */
async function takePlaces(
  { address, deviceToken }: Attempt,
  email: string,
  userId: string,
  tried: Tried,
): Promise<Place[]> {
  const lane = (name: string) => keyedHash("lane", name);
  const told = (counted: "address" | "account" | "device") => tellThrottled(tried, "password", counted);
  const known = await knownDevice(userId, deviceToken);
  if (known) return [await tryLane(lane(`device:${known}`), limits.device, { whenFull: told("device") })];
  const byAddress = await tryLane(lane(`address:${address}`), limits.address, { whenFull: told("address") });
  return [byAddress, await tryLane(lane(`account:${email}`), limits.account, { whenFull: told("account") })];
}
