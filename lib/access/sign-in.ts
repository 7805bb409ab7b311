import { asSystem, databaseNow } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { keyedHash, newToken } from "./crypto";
import { hashPassword, passwordFits } from "./passwords";
import { startSession } from "./sessions";
import { limits, tryLane } from "./throttle";

export type Attempt = {
  email: string;
  password: string;
  address: string;
  device: string | null;
  deviceToken: string | null;
};
export type Begun = { token: string; userId: string; needs: "code" | "enrolment" };

// An unknown account costs the same work as a known one, so that nobody learns which exist.
let nobody: Promise<string> | undefined;

/**
 * First step: e-mail and password. A right pair opens a session that can do nothing but prove its second factor.
 * Tries are counted per account and address; a device that its owner used before has a lane of its own, so that
 * somebody who fills the account's lane does not lock the owner out.
 * @throws Problem "invalid" for a wrong pair or an unknown account alike, "too-many" when a lane is full.
 */
export async function beginSignIn(attempt: Attempt): Promise<Begun> {
  const email = attempt.email.trim().toLowerCase();
  const user = await asSystem((tx) =>
    tx.user.findUnique({ where: { email }, select: { id: true, suspendedAt: true } }),
  );
  const places = await takePlaces(attempt, email, user?.id);
  const credential = user
    ? await asSystem((tx) => tx.credential.findUnique({ where: { userId: user.id } }))
    : null;
  nobody ??= hashPassword(newToken());
  const fits = await passwordFits(credential?.passwordHash ?? (await nobody), attempt.password);
  if (!fits || !credential || !user || user.suspendedAt)
    throw new Problem("invalid", { fields: { password: "signIn.wrong" } });
  await Promise.all(places.map((place) => place.settle(true)));
  const token = await asSystem(async (tx) => {
    const now = await databaseNow(tx);
    const memberships = await tx.membership.findMany({
      where: { userId: user.id, validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
      orderBy: { validFrom: "asc" },
      select: { id: true },
    });
    const last = await tx.session.findFirst({
      where: { userId: user.id, membershipId: { in: memberships.map(({ id }) => id) } },
      orderBy: { createdAt: "desc" },
      select: { membershipId: true },
    });
    return startSession(tx, {
      userId: user.id,
      membershipId: last?.membershipId ?? memberships[0]?.id ?? null,
      secondFactorAt: null,
      device: attempt.device,
      addressHint: null,
    });
  });
  return { token, userId: user.id, needs: credential.totpConfirmedAt ? "code" : "enrolment" };
}

/** The owner's own device has one lane; everybody else passes the address's lane, which whole offices share, and the account's. */
async function takePlaces({ address, deviceToken }: Attempt, email: string, userId: string | undefined) {
  const tokenHash = userId && deviceToken ? deviceHash(userId, deviceToken) : null;
  const known = tokenHash
    ? await asSystem((tx) => tx.knownDevice.findUnique({ where: { tokenHash }, select: { id: true } }))
    : null;
  if (known) return [await tryLane(keyedHash("lane", `device:${known.id}`), limits.device)];
  const byAddress = await tryLane(keyedHash("lane", `address:${address}`), limits.address);
  return [byAddress, await tryLane(keyedHash("lane", `account:${email}`), limits.account)];
}

// The person is part of the hash: a duty desk's one browser is known to each who uses it.
const deviceHash = (userId: string, token: string) => keyedHash("device", `${userId}:${token}`);

/**
 * Remembers this browser as one its owner has used: a free lane, never a way past the password. `present` is the token that the
 * browser brought, kept for all who share it. Returns the token to keep there.
 */
export async function rememberDevice(userId: string, present: string | null = null): Promise<string> {
  const token = present && /^[\w-]{43}$/.test(present) ? present : newToken();
  const tokenHash = deviceHash(userId, token);
  await asSystem((tx) =>
    tx.knownDevice.upsert({
      where: { tokenHash },
      create: { userId, tokenHash },
      update: {},
      select: { id: true },
    }),
  );
  return token;
}
