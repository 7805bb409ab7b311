import type { Institution, Member, StoryAnswer, StoryItem, Transfer } from "./model";
import { hour, later, minute, shares } from "./random";
import { bankName, cashPlaces, fullName, holderName } from "./words";
import type { World } from "./world";

const silentAnswer = (
  at: Date,
  by: Member,
  outcome: StoryAnswer["outcome"],
  words: Record<string, string> = {},
): StoryAnswer => ({ at, by, outcome, held: 0n, transfers: [], cashOuts: [], words });

/** Accounts that many rings use: they turn up in cases of several units. */
const mules = ["060122984417", "190367720158", "102877310946", "0394771822", "2187119036", "19035527881016"];

export function accountNumber(world: World, institution: Institution): string {
  const { random } = world;
  if (institution.kind === "payment_intermediary") return `09${random.digits(8)}`;
  if (random.chance(0.04)) return random.pick(mules);
  return `${random.whole(1, 9)}${random.digits(random.pick([9, 11, 12, 13]))}`;
}

/** Where stolen money goes: a few banks and wallets take most of it. */
export function nextInstitution(world: World): Institution {
  return world.institution(
    world.random.weighted({
      "bank:vietinbank": 12,
      "bank:mb-bank": 17,
      "bank:techcombank": 12,
      "bank:vietcombank": 9,
      "bank:bidv": 9,
      "bank:agribank": 5,
      "bank:sacombank": 8,
      "bank:vpbank": 9,
      "bank:acb": 6,
      "bank:tpbank": 6,
      "payment:momo": 5,
      "payment:zalopay": 2,
    }),
  );
}

/**
 * What a bank finds on an account that got `disputed` VND at `arrivedAt`. Held, moved on and cashed out add up to it
 * exactly, or nothing of it is known. From the third layer on nothing moves further.
 */
export function holdAnswer(world: World, item: StoryItem, at: Date, by: Member, layer: number): StoryAnswer {
  const { random } = world;
  const disputed = item.disputed ?? 0n;
  const arrivedAt = item.target.at;
  const outcome = random.weighted(
    layer >= 3
      ? {
          HELD: 46,
          MOVED_ON: 0,
          CASHED_OUT: 36,
          NO_BALANCE: 12,
          NOT_FOUND: 2,
          ACCOUNT_CLOSED: 3,
          NAME_MISMATCH: 1,
        }
      : {
          HELD: 44,
          MOVED_ON: 34,
          CASHED_OUT: 12,
          NO_BALANCE: 6,
          NOT_FOUND: 1,
          ACCOUNT_CLOSED: 2,
          NAME_MISMATCH: 1,
        },
  );
  switch (outcome) {
    case "HELD": {
      const [held = disputed, rest = 0n] = random.chance(0.35) ? [disputed, 0n] : shares(random, disputed, 2);
      const moves = layer < 3 && random.chance(0.6);
      return {
        ...silentAnswer(at, by, "HELD"),
        held,
        transfers: moves ? transfers(world, rest, arrivedAt, at) : [],
        cashOuts: moves ? [] : cashOuts(world, rest, arrivedAt, at),
      };
    }
    case "MOVED_ON":
      return { ...silentAnswer(at, by, "MOVED_ON"), transfers: transfers(world, disputed, arrivedAt, at) };
    case "CASHED_OUT":
      return { ...silentAnswer(at, by, "CASHED_OUT"), cashOuts: cashOuts(world, disputed, arrivedAt, at) };
    case "ACCOUNT_CLOSED":
      return silentAnswer(at, by, outcome, {
        closedAt: new Date(Math.min(later(arrivedAt, hour).getTime(), at.getTime())).toISOString(),
      });
    case "NAME_MISMATCH":
      return silentAnswer(at, by, outcome, { note: "Tên chủ tài khoản khác với tên nêu trong công văn." });
    case "NO_BALANCE":
      return silentAnswer(at, by, outcome, { balance: "0" });
    default:
      return silentAnswer(at, by, "NOT_FOUND");
  }
}

function within(world: World, arrivedAt: Date, at: Date): Date {
  const latest = Math.max(arrivedAt.getTime() + minute, at.getTime() - minute);
  const moved = Math.min(latest, arrivedAt.getTime() + world.random.between(2, 40) * minute);
  // A desk that answers in the very minutes of the arrival tells of nothing that is still to come.
  return new Date(Math.min(moved, at.getTime()));
}

function transfers(world: World, amount: bigint, arrivedAt: Date, at: Date): Transfer[] {
  if (amount <= 0n) return [];
  return shares(world.random, amount, world.random.whole(1, 3)).map((part) => {
    const to = nextInstitution(world);
    return {
      id: world.random.uuid(at),
      at: within(world, arrivedAt, at),
      amount: part,
      to,
      toAccount: accountNumber(world, to),
      toName: holderName(world.random),
    };
  });
}

function cashOuts(world: World, amount: bigint, arrivedAt: Date, at: Date): StoryAnswer["cashOuts"] {
  if (amount <= 0n) return [];
  return shares(world.random, amount, world.random.whole(1, 2)).map((part) => {
    const taken = within(world, arrivedAt, at);
    const channel = world.random.pick(["atm", "counter", "pos"] as const);
    return { amount: part, at: taken, channel, place: world.random.pick(cashPlaces[channel]) };
  });
}

export function freezeAnswer(item: StoryItem, at: Date, by: Member, serial: number): StoryAnswer {
  return { ...silentAnswer(at, by, "HELD", { minutesNumber: `${serial}/BB-PT` }), held: item.disputed ?? 0n };
}

export function unfreezeAnswer(at: Date, by: Member): StoryAnswer {
  return silentAnswer(at, by, "DONE", { doneAt: at.toISOString() });
}

export function subscriberAnswer(world: World, at: Date, by: Member): StoryAnswer {
  const { random } = world;
  const outcome = random.weighted({ PROVIDED: 86, NOT_FOUND: 4, NOT_OURS: 10 });
  if (outcome === "NOT_FOUND") return silentAnswer(at, by, outcome);
  if (outcome === "NOT_OURS")
    return silentAnswer(at, by, outcome, { operator: random.pick(["MobiFone", "VinaPhone", "Viettel"]) });
  return silentAnswer(at, by, "PROVIDED", {
    subscriberName: bankName(fullName(random)),
    activatedAt: later(at, -random.between(20, 900) * 24 * hour).toISOString(),
    registrationState: random.weighted({
      verified: 60,
      unverified: 25,
      organisation: 8,
      foreigner: 2,
      cancelled: 5,
    }),
  });
}
