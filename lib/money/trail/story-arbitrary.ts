import fc from "fast-check";
import type { MoneyStory } from "./story";

/** Made-up histories for tests: few accounts and minutes, so that circles, equal times, surplus and several victims are frequent. */
export function anyStory(most: bigint): fc.Arbitrary<MoneyStory> {
  const account = fc.constantFrom("a", "b", "c", "d", "e", "f");
  // One account is a victim's own: what goes there is sent back.
  const anywhere = fc.oneof({ weight: 9, arbitrary: account }, { weight: 1, arbitrary: fc.constant("home") });
  const amount = fc.oneof(fc.constantFrom(0n, 1n, most / 2n), fc.bigInt(0n, most));
  const at = fc.oneof(
    fc.integer({ min: 0, max: 8 }).map((minute) => new Date(minute * 60_000)),
    fc.integer({ min: 0, max: 480 }).map((second) => new Date(second * 1000)),
  );
  const item = fc.constantFrom("i1", "i2", "i3", "i4");
  const reporter = fc.constantFrom("r1", "r2");
  const reference = fc.option(fc.constantFrom("FT1", "FT2", "FT3", "ft 3"), { nil: null });
  const named = <T extends object>(kind: string, rows: T[]) =>
    rows.map((row, index) => ({ ...row, id: `${kind}${String(index).padStart(2, "0")}` }));
  const rows = <T extends object>(kind: string, row: fc.Arbitrary<T>, maxLength: number) =>
    fc.array(row, { maxLength }).map((all) => named(kind, all));
  const hold = fc
    .record({ account, amount, at, x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 100 }) })
    .map(({ x, y, ...rest }) => {
      const released = (rest.amount * BigInt(x)) / 200n;
      return { ...rest, released, returned: ((rest.amount - released) * BigInt(y)) / 100n };
    });
  return fc.record({
    payments: rows(
      "p",
      fc.record({
        victim: fc.constantFrom("v1", "v2", "v3"),
        from: fc.constantFrom(null, "home", "a"),
        to: account,
        amount,
        at,
        reference,
      }),
      6,
    ),
    transfers: rows(
      "t",
      fc.record({
        from: anywhere,
        to: anywhere,
        amount,
        at,
        item,
        reporter,
        reference,
        superseded: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
      }),
      25,
    ),
    cashOuts: rows("c", fc.record({ account, amount, at, item, reporter }), 6),
    holds: rows("h", hold, 6),
    ownMoney: rows("o", fc.record({ account, amount, at }), 3),
    answered: fc.uniqueArray(account).map((names) => new Set(names)),
    asked: fc.uniqueArray(account).map((names) => new Set(names)),
  });
}
