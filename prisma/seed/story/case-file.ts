import type { Member, StoryCase, StoryPayment, StoryVictim, Unit } from "./model";
import { day, hour, later, minute } from "./random";
import { fullName, places, type Plot } from "./words";
import type { World } from "./world";

export type Opening = {
  unit: Unit;
  lead?: Member;
  plot: Plot;
  title?: string;
  reportedAt: Date;
  restricted?: boolean;
  serial?: number;
  members?: Member[];
};

/** A case without victims yet. */
export function openCase(world: World, opening: Opening): StoryCase {
  const { random } = world;
  const { unit, plot } = opening;
  const lead = opening.lead ?? random.pick(unit.investigators);
  return {
    id: random.uuid(opening.reportedAt),
    code: "",
    serial: opening.serial,
    unit,
    lead,
    members: opening.members ?? [...new Set([lead, ...unit.investigators.filter(() => random.chance(0.4))])],
    restricted: opening.restricted ?? false,
    sourceKind: random.weighted({ CRIME_NOTICE: 7, DENUNCIATION: 3 }),
    channel: random.weighted({ hotline: 5, walk_in: 4, public_form: 2, vneid: 1, bank_alert: 1 }),
    fraudType: plot.fraudType,
    contactChannels: plot.channels,
    title: opening.title ?? plot.title,
    summary: plot.summary,
    status: "RECEIVED",
    statusSteps: [],
    decision: null,
    reportedAt: opening.reportedAt,
    firstTransferAt: opening.reportedAt,
    victims: [],
    payments: [],
    targets: [],
    requests: [],
    holds: [],
  };
}

export function addVictim(world: World, story: StoryCase, name = fullName(world.random)): StoryVictim {
  const { random } = world;
  const phone = `09${random.digits(8)}`;
  const personId = `0${random.pick(["25", "26", "17", "01", "31"])}${random.whole(0, 1)}${random.digits(2)}${random.digits(6)}`;
  const victim = {
    id: random.uuid(story.reportedAt),
    fullName: name,
    personId,
    phone,
    address: `${random.pick(places)}`,
    loss: 0n,
  };
  story.victims.push(victim);
  return victim;
}

export function addPayment(
  world: World,
  story: StoryCase,
  victim: StoryVictim,
  payment: Omit<StoryPayment, "id" | "victimId">,
): StoryPayment {
  const row = { id: world.random.uuid(payment.at), victimId: victim.id, ...payment };
  story.payments.push(row);
  victim.loss += payment.amount;
  if (payment.at < story.firstTransferAt) story.firstTransferAt = payment.at;
  return row;
}

/** The case's own way through its statuses, as far as its age allows. */
export function moveOn(world: World, story: StoryCase, initiatedAt: Date | null, ageDays: number): void {
  const { random, now } = world;
  const go = (to: StoryCase["status"], at: Date) => {
    const last = story.statusSteps.at(-1)?.at;
    const when = last && last >= at ? later(last, minute) : at;
    if (when <= now) story.statusSteps.push({ to, at: when });
  };
  go("CLASSIFYING", later(story.reportedAt, random.between(0.1, 5) * hour));
  go("VERIFYING", later(story.reportedAt, random.between(4, 20) * hour));
  if (initiatedAt) {
    go("INITIATED", initiatedAt);
    go("INVESTIGATING", later(initiatedAt, random.between(0.2, 2) * day));
    if (ageDays > 75 && random.chance(0.4))
      go("PROSECUTION_PROPOSED", later(initiatedAt, random.between(60, 80) * day));
    if (ageDays > 100 && random.chance(0.4) && story.statusSteps.at(-1)?.to === "PROSECUTION_PROPOSED")
      go("CLOSED", later(initiatedAt, 90 * day));
  } else if (ageDays > 22) {
    go(
      random.weighted({ EXTENDED: 5, NOT_INITIATED: 3, SUSPENDED: 2 }),
      later(story.reportedAt, random.between(15, 19) * day),
    );
  }
  story.status = story.statusSteps.at(-1)?.to ?? "RECEIVED";
  const decided = story.statusSteps
    .filter(({ to }) => to !== "CLASSIFYING" && to !== "INVESTIGATING" && to !== "CLOSED")
    .at(-1);
  story.decision = decided
    ? { number: `${random.whole(20, 900)}/QĐ-${story.unit.symbol}`, at: decided.at }
    : null;
}
