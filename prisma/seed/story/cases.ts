import { accountNumber, nextInstitution, subscriberAnswer } from "./answers";
import { addPayment, addVictim, moveOn, openCase } from "./case-file";
import { play } from "./course";
import { follow, groupedPhone, targetOf } from "./flow";
import { settleHolds } from "./holds";
import { newRequest } from "./issue";
import type { Institution, StoryCase, StoryPayment, Unit } from "./model";
import { day, hour, later, minute, shares } from "./random";
import { holderName, type Plot, plots } from "./words";
import type { World } from "./world";

/** One victim's report: payments to a few accounts, a suspension for each institution, and the trail behind them. */
export function report(
  world: World,
  story: StoryCase,
  plot: Plot,
  reportedAt: Date,
  budget: () => boolean,
): void {
  const { random } = world;
  const victim = addVictim(world, story);
  const loss = BigInt(Math.round(random.skewed((plot.low + plot.high) / 3, 0.8) * 10)) * 100_000n;
  const from = world.institution(
    random.pick(["bank:agribank", "bank:vietcombank", "bank:bidv", "bank:vietinbank"]),
  );
  const fromAccount = `${random.whole(1, 9)}${random.digits(12)}`;
  const firstAt = later(reportedAt, -random.skewed(70, 0.9) * minute);
  const byInstitution = new Map<Institution, StoryPayment[]>();
  for (const [index, amount] of shares(
    random,
    loss < 2_000_000n ? 2_000_000n : loss,
    random.whole(1, 3),
  ).entries()) {
    const to = nextInstitution(world);
    const at = new Date(
      Math.min(
        later(firstAt, index * random.between(3, 12) * minute).getTime(),
        later(reportedAt, -minute).getTime(),
      ),
    );
    const payment = addPayment(world, story, victim, {
      at,
      amount,
      from,
      fromAccount,
      to,
      toAccount: accountNumber(world, to),
      toName: holderName(random),
    });
    byInstitution.set(to, [...(byInstitution.get(to) ?? []), payment]);
  }
  const drafter = random.pick(story.members.length > 0 ? story.members : [story.lead]);
  for (const [to, payments] of byInstitution) {
    const arrivals = payments.map(({ toAccount, toName, amount, at }) => ({
      account: toAccount,
      name: toName,
      amount,
      at,
    }));
    follow(
      world,
      story,
      {
        to,
        arrivals,
        createdAt: later(reportedAt, random.between(3, 25) * minute),
        parent: null,
        layer: 1,
        drafter,
        grounds: `${plot.grounds}, chuyển lúc ${clockOf(firstAt)}`,
      },
      budget,
    );
  }
}

/** HH:mm in Viet Nam. */
export const clockOf = (at: Date) => new Date(at.getTime() + 7 * hour).toISOString().slice(11, 16);

/** Asks a telecom who holds the numbers that the offenders used. */
export function askSubscribers(world: World, story: StoryCase, createdAt: Date): void {
  const { random } = world;
  const operator = world.institution(
    random.weighted({
      "telecom:viettel": 5,
      "telecom:vinaphone": 3,
      "telecom:mobifone": 3,
      "telecom:vietnamobile": 1,
    }),
  );
  const prefix =
    {
      "telecom:viettel": "098",
      "telecom:vinaphone": "091",
      "telecom:mobifone": "090",
      "telecom:vietnamobile": "092",
    }[operator.code] ?? "098";
  const items = Array.from({ length: random.whole(1, 4) }, () => {
    const value = `${prefix}${random.digits(7)}`;
    const target = targetOf(world, story, {
      kind: "phone_number",
      value,
      display: groupedPhone(value),
      institution: operator,
      holderName: null,
      at: createdAt,
    });
    return { id: random.uuid(createdAt), target, disputed: null, answer: null };
  });
  const grounds = "Số điện thoại đối tượng dùng để liên lạc với bị hại, cần xác định chủ thuê bao";
  const urgency = random.weighted({ normal: 7, urgent: 2, emergency: 1 });
  const request = newRequest(
    world,
    story,
    {
      kind: "SUBSCRIBER_INFO",
      urgency,
      addressee: operator,
      drafter: random.pick(story.members),
      grounds,
      items,
    },
    createdAt,
  );
  play(world, request, {
    createdAt,
    sentAt: later(createdAt, random.between(1, 8) * hour),
    answer: (_, at, by) => subscriberAnswer(world, at, by),
  });
}

/** A whole case of `quota` requests, from its first report to today. */
export function ordinaryCase(world: World, unit: Unit, ageDays: number, quota: number): StoryCase {
  const { random, now } = world;
  const plot = random.pick(plots);
  const story = openCase(world, { unit, plot, reportedAt: later(now, -ageDays * day) });
  const initiatedAt =
    ageDays > 3 && random.chance(0.75) ? later(story.reportedAt, random.between(0.2, 3) * day) : null;
  const span = Math.min(ageDays, 40) * day;
  const suspensions = Math.ceil(quota * 0.62);
  for (let guard = 0; story.requests.length < suspensions && guard < quota; guard += 1) {
    const at = guard === 0 ? story.reportedAt : later(story.reportedAt, span * random.unit() ** 1.5);
    report(world, story, plot, at, () => story.requests.length < suspensions);
  }
  settleHolds(world, story, initiatedAt);
  while (story.requests.length < quota)
    askSubscribers(world, story, later(story.reportedAt, span * random.unit()));
  moveOn(world, story, initiatedAt, ageDays);
  return story;
}
