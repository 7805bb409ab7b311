import { randomInt } from "node:crypto";
import { generateSecret, generateURI, generateSync, verifySync } from "otplib";
import { asSystem, databaseNow } from "@/lib/db";
import { keyedHash, open, seal } from "./crypto";

const place = (userId: string) => `credential.totp_secret:${userId}`;
const step = 30;

/** A new shared secret, base32. It counts only when the person has shown a code of it. */
export const newTotpSecret = (): string => generateSecret();
/** What an authenticator app reads from the picture. */
export const enrolmentUri = (email: string, secret: string): string =>
  generateURI({ issuer: "Lá Chắn", label: email, secret });
/** The code of this moment: for the demo's panel and for tests, never for a real person. */
export const currentCode = (secret: string, at = Date.now()): string =>
  generateSync({ secret, epoch: Math.floor(at / 1000) });

/** The time step of a code that fits `secret` around `seconds` (one step of tolerance), or null. */
export function stepOf(secret: string, code: string, seconds: number): number | null {
  if (!/^\d{6}$/.test(code)) return null; // the library throws at what is no code at all
  const result = verifySync({ secret, token: code, epoch: seconds, epochTolerance: step });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}

/** Takes a six-digit code, each good once. False when it does not fit or was used. */
export function spendTotp(userId: string, code: string): Promise<boolean> {
  return asSystem(async (tx) => {
    const credential = await tx.credential.findUnique({ where: { userId } });
    if (!credential?.totpSecret || !credential.totpConfirmedAt) return false;
    const [clock] = await tx.$queryRaw<
      { seconds: number }[]
    >`select extract(epoch from clock_timestamp())::int as seconds`;
    const found = stepOf(open(credential.totpSecret, place(userId)), code, clock!.seconds);
    if (found === null) return false;
    // The guard makes a code good once, also when two requests bring it at the same moment.
    const { count } = await tx.credential.updateMany({
      where: { userId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: found } }] },
      data: { totpLastStep: found },
    });
    return count === 1;
  });
}

/** Takes a recovery code, each good once. */
export function spendRecoveryCode(userId: string, code: string): Promise<boolean> {
  return asSystem(async (tx) => {
    const { count } = await tx.recoveryCode.updateMany({
      where: { userId, codeHash: keyedHash("recovery", code.toLowerCase()), usedAt: null },
      data: { usedAt: new Date() },
    });
    return count === 1;
  });
}

/** Keeps a secret that the person has not confirmed yet. */
export async function offerTotp(userId: string, secret: string): Promise<void> {
  await asSystem((tx) =>
    tx.credential.updateMany({
      where: { userId, totpConfirmedAt: null },
      data: { totpSecret: seal(secret, place(userId)) },
    }),
  );
}

/** The secret offered and not yet confirmed, so that a reloaded page shows the same picture. */
export async function offeredTotp(userId: string): Promise<string | null> {
  const credential = await asSystem((tx) => tx.credential.findUnique({ where: { userId } }));
  return credential?.totpSecret && !credential.totpConfirmedAt
    ? open(credential.totpSecret, place(userId))
    : null;
}

/** Confirms the offered secret by one of its codes and gives ten recovery codes, shown once. Null when the code does not fit. */
export async function confirmTotp(userId: string, typed: string): Promise<string[] | null> {
  const secret = await offeredTotp(userId);
  if (!secret) return null;
  const isConfirmed = await asSystem(async (tx) => {
    const now = await databaseNow(tx);
    const found = stepOf(secret, typed.replace(/\s/g, ""), Math.floor(now.getTime() / 1000));
    if (found === null) return false;
    const { count } = await tx.credential.updateMany({
      where: { userId, totpConfirmedAt: null },
      data: { totpConfirmedAt: now, totpLastStep: found },
    });
    return count === 1; // a second tab that confirms too must not replace the codes that the first one shows
  });
  return isConfirmed ? renewRecoveryCodes(userId) : null;
}

const letters = "abcdefghjkmnpqrstuvwxyz23456789";
/** Ten fresh recovery codes; the old ones end. Only their keyed hashes are kept. */
export async function renewRecoveryCodes(userId: string): Promise<string[]> {
  const codes = Array.from({ length: 10 }, () =>
    Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join(""),
  );
  await asSystem(async (tx) => {
    await tx.recoveryCode.deleteMany({ where: { userId } });
    await tx.recoveryCode.createMany({
      data: codes.map((code) => ({ userId, codeHash: keyedHash("recovery", code) })),
    });
  });
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);
}

/** A known secret, sealed for its owner: the seed and the demo's panel. */
export const sealTotp = (userId: string, secret: string): string => seal(secret, place(userId));
export const openTotp = (userId: string, sealed: string): string => open(sealed, place(userId));
