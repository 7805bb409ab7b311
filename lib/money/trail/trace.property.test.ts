import fc from "fast-check";
import { expect, it } from "vitest";
import { naiveShares } from "./naive";
import { transfersOnce } from "./same-transfer";
import type { MoneyStory } from "./story";
import { anyStory } from "./story-arbitrary";
import { nothing, type Sums } from "./sums";
import { type Trail, traceMoney } from "./trace";

const most = 5_000_000_000n;
const sum = (amounts: Iterable<bigint>) => [...amounts].reduce((all, amount) => all + amount, 0n);
const places = ({ held, cashedOut, pending, unexplained, sentBack, movedOn }: Sums) =>
  held + cashedOut + pending + unexplained + sentBack + movedOn;
/** A trail in an order that does not depend on the reading. */
const plain = ({ accounts, transfers, victims, ledger }: Trail) => ({
  accounts: [...accounts.values()]
    .map((account) => ({ ...account, shares: [...account.shares].sort() }))
    .sort((a, b) => (a.key < b.key ? -1 : 1)),
  transfers: transfers.map(({ shares, ...each }) => ({ ...each, shares: [...shares].sort() })),
  victims,
  ledger,
});

/** A million comparisons: `expect` would take a minute for them. */
const same = (found: unknown, wanted: unknown) => {
  if (found !== wanted) throw new Error(`${String(found)} instead of ${String(wanted)}`);
};
const hold = (isSo: boolean) => same(isSo, true);

it("balances to the đồng, in every account, layer, victim and in total (4,000 histories)", () => {
  fc.assert(
    fc.property(anyStory(most), (story) => {
      const { accounts, transfers, victims, ledger } = traceMoney(story);
      const paid = sum(story.payments.map(({ amount }) => amount));
      same(ledger.reported, paid);
      same(
        ledger.held + ledger.cashedOut + ledger.movedOnPending + ledger.unexplained + ledger.sentBack,
        paid,
      );
      for (const each of ledger.layers) {
        same(
          each.held + each.cashedOut + each.movedOnPending + each.unexplained + each.sentBack + each.movedOn,
          each.entered,
        );
        hold(each.returned <= each.held && each.unasked + each.outside <= each.movedOnPending);
        hold(each.cameRound <= each.entered);
        for (const amount of Object.values(each)) hold(amount >= 0);
      }
      same(
        sum(ledger.layers.map(({ entered }) => entered)),
        paid + sum(ledger.layers.map(({ movedOn }) => movedOn)),
      );
      const holding = sum(story.holds.map(({ amount, released }) => amount - released));
      same(ledger.held + ledger.heldBeyondTrail, holding);
      hold(ledger.returned <= sum(story.holds.map(({ returned }) => returned)));
      for (const { sums, shares, layer, ...rest } of accounts.values()) {
        same(places(sums), sums.entered);
        for (const share of shares.values()) same(places(share), share.entered);
        for (const name of Object.keys(sums) as (keyof Sums)[]) {
          same(sum([...shares.values()].map((share) => share[name])), sums[name]);
          hold(sums[name] >= 0n);
        }
        hold(sums.returned <= sums.held);
        same(layer !== null, sums.entered > 0n);
        hold(rest.heldBeyond >= 0n && rest.surplus >= 0n && rest.ownIn >= 0n);
      }
      for (const { id, paid: own, sums } of victims) {
        same(own, sum(story.payments.filter(({ victim }) => victim === id).map(({ amount }) => amount)));
        same(places({ ...sums, movedOn: 0n }), own);
      }
      for (const { amount, traced, surplus, shares } of transfers) {
        same(sum(shares.values()), traced);
        hold(traced >= 0n && surplus >= 0n && traced + surplus <= amount);
      }
    }),
    { numRuns: 4_000 },
  );
}, 60_000);

it("does not depend on the order in which the story was read (2,500 histories)", () => {
  const shuffled = (story: MoneyStory) =>
    fc.record({
      payments: whole(story.payments),
      transfers: whole(story.transfers),
      cashOuts: whole(story.cashOuts),
      holds: whole(story.holds),
      ownMoney: whole(story.ownMoney),
      answered: fc.constant(story.answered),
      asked: fc.constant(story.asked),
    });
  const whole = <T>(rows: readonly T[]) =>
    fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length });
  fc.assert(
    fc.property(
      anyStory(most).chain((story) => fc.tuple(fc.constant(story), shuffled(story))),
      ([story, again]) => {
        expect(plain(traceMoney(again))).toEqual(plain(traceMoney(story)));
      },
    ),
    { numRuns: 2_500 },
  );
}, 60_000);

it("shares as counting coins does (3,000 histories)", () => {
  fc.assert(
    fc.property(anyStory(12n), (story) => {
      const coins = naiveShares(story);
      for (const { key, shares } of traceMoney(story).accounts.values()) {
        const known = coins.get(key) ?? new Map<string, Sums>();
        for (const [victim, share] of shares) expect(share).toEqual(known.get(victim) ?? nothing());
        for (const [victim, share] of known) expect(shares.get(victim)).toEqual(share);
      }
    }),
    { numRuns: 3_000 },
  );
}, 60_000);

it("counts once what a second answer tells again (1,500 histories)", () => {
  fc.assert(
    fc.property(anyStory(most), (story) => {
      const again = story.transfers.map((each) => ({ ...each, id: `${each.id}x`, item: `${each.item}x` }));
      const once = traceMoney(story);
      const twice = traceMoney({ ...story, transfers: [...story.transfers, ...again] });
      expect(twice.transfers).toHaveLength(once.transfers.length);
      expect(twice.ledger).toEqual(once.ledger);
    }),
    { numRuns: 1_500 },
  );
}, 60_000);

it("keeps every telling of a transfer, and tells no transfer more often than it was told (500 histories)", () => {
  fc.assert(
    fc.property(anyStory(50n), ({ transfers }) => {
      const alive = transfers.filter(({ superseded }) => !superseded);
      const told = transfersOnce(transfers).flatMap((each) => each.told.map(({ id }) => id));
      expect(told.sort()).toEqual(alive.map(({ id }) => id).sort());
    }),
    { numRuns: 500 },
  );
}, 60_000);
