import { asSystem, databaseNow, readAsSystem, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";

export type Limit = { limit: number; minutes: number };
/**
 * Wrong tries allowed at signing in: passwords per account, per device that its owner has used before and per address; codes per lane.
 * What else is bounded (looks at other units, letters, verifying) says its bound where it is done.
 */
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
  code: [{ limit: 10, minutes: 10 }],
} satisfies Record<string, Limit[]>;

/** Told inside the transaction that found the lane full; `minutes` is the longest window that is. */
export type WhenFull = (tx: Tx, full: { lane: string; minutes: number }) => Promise<void>;

/** A place taken. `settle` says how it went; what it means for the record is written in the same transaction. */
export type Place = { settle: (succeeded: boolean, also?: (tx: Tx) => Promise<void>) => Promise<void> };

/** `places`: how many at once, all or none; `whenFull`: what the record is told. */
type Wish = { places?: number; whenFull?: WhenFull };

/**
 * Takes a place in a lane before the secret is looked at, so that a thousand guesses at once count a thousand times.
 * A right answer gives the place back. Lanes are keyed hashes: the table tells nobody who tried what.
 * @throws Problem "too-many" when the lane is full.
 */
export async function tryLane(lane: string, allowed: Limit[], wish: Wish = {}): Promise<Place> {
  const ids = await asSystem((tx) => takePlaces(tx, lane, allowed, wish));
  // Thrown after the transaction: what the record was told of a full lane stays.
  if (!ids) throw new Problem("too-many");
  return {
    settle: (succeeded, also) =>
      asSystem(async (tx) => {
        // Written for a wrong try as well: with or without something to record, the answer takes the same time.
        await tx.signInAttempt.updateMany({ where: { id: { in: ids } }, data: { succeeded } });
        await also?.(tx);
      }),
  };
}

/** Wrong tries in a lane within the last minutes, without taking a place there. */
export async function wrongTries(lane: string, minutes: number): Promise<number> {
  const [row] = await readAsSystem<{ tries: number }>({
    name: "wrong-tries",
    text: `select count(*)::int as tries from sign_in_attempt
      where lane = $1 and not succeeded and at > clock_timestamp() - make_interval(mins => $2::int)`,
    values: [lane, minutes],
  });
  return row!.tries;
}

/** The places' ids, or null when the lane has not so many. */
async function takePlaces(
  tx: Tx,
  lane: string,
  allowed: Limit[],
  { places = 1, whenFull }: Wish,
): Promise<string[] | null> {
  const longest = Math.max(...allowed.map(({ minutes }) => minutes));
  // One at a time per lane: counting and taking a place are one act.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${lane}, 0))`;
  const tries = await tx.$queryRaw<{ age: number }[]>`
    select extract(epoch from clock_timestamp() - at) / 60 as age from sign_in_attempt
    where lane = ${lane} and not succeeded and at > clock_timestamp() - make_interval(mins => ${longest}::int)`;
  const full = allowed.filter(
    ({ limit, minutes }) => tries.filter(({ age }) => Number(age) < minutes).length + places > limit,
  );
  if (full.length > 0) {
    await whenFull?.(tx, { lane, minutes: Math.max(...full.map(({ minutes }) => minutes)) });
    return null;
  }
  const at = await databaseNow(tx);
  const taken = await tx.signInAttempt.createManyAndReturn({
    data: Array.from({ length: places }, () => ({ lane, at, succeeded: false })),
    select: { id: true },
  });
  return taken.map(({ id }) => id);
}
