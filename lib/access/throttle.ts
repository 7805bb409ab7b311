import { asSystem } from "@/lib/db";
import { Problem } from "@/lib/errors";

export type Limit = { limit: number; minutes: number };
/** Wrong tries allowed per account, per device that its owner has used before, and per address. */
export const limits = {
  account: [
    { limit: 5, minutes: 1 },
    { limit: 20, minutes: 60 },
  ],
  device: [
    { limit: 5, minutes: 1 },
    { limit: 20, minutes: 60 },
  ],
  address: [{ limit: 30, minutes: 1 }],
} satisfies Record<string, Limit[]>;

/**
 * Takes a place in a lane before the secret is looked at, so that a thousand guesses at once count a thousand times.
 * A right answer gives the place back. Lanes are keyed hashes: the table tells nobody who tried what.
 * @throws Problem "too-many" when the lane is full.
 */
export async function tryLane(
  lane: string,
  allowed: Limit[],
): Promise<{ settle: (succeeded: boolean) => Promise<void> }> {
  const longest = Math.max(...allowed.map(({ minutes }) => minutes));
  const id = await asSystem(async (tx) => {
    // One at a time per lane: counting and taking a place are one act.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${lane}, 0))`;
    const tries = await tx.$queryRaw<{ age: number }[]>`
      select extract(epoch from clock_timestamp() - at) / 60 as age from sign_in_attempt
      where lane = ${lane} and not succeeded and at > clock_timestamp() - make_interval(mins => ${longest}::int)`;
    if (
      allowed.some(({ limit, minutes }) => tries.filter(({ age }) => Number(age) < minutes).length >= limit)
    )
      throw new Problem("too-many");
    return (await tx.signInAttempt.create({ data: { lane, succeeded: false }, select: { id: true } })).id;
  });
  return {
    settle: async (succeeded) => {
      if (succeeded)
        await asSystem((tx) => tx.signInAttempt.updateMany({ where: { id }, data: { succeeded: true } }));
    },
  };
}
