import { moveOn, openCase } from "./case-file";
import { askSubscribers } from "./cases";
import { playScene } from "./desk-play";
import { scenes } from "./desk-scenes";
import { holdsOf } from "./holds";
import type { StoryCase, Unit } from "./model";
import { ago, day, later, minute } from "./random";
import { plots } from "./words";
import type { World } from "./world";

/** One fresh case per unit carries the scenes of its desk; Phú Thọ's PA05 spreads them over its known cases. */
export function deskCases(world: World): StoryCase[] {
  return Object.entries(scenes).flatMap(([code, list]) => {
    const unit = world.unit(code);
    const cases =
      code === "police:25:pa05" ? knownCases(world, unit) : [freshCase(world, unit, undefined, 0.6)];
    for (const [index, scene] of list.entries()) {
      const story = cases[index % cases.length];
      if (story) playScene(world, story, scene);
    }
    for (const story of cases) {
      for (const request of story.requests) holdsOf(world, story, request);
      // A freeze is a procedural order: its case has been initiated.
      const initiatedAt = story.requests.some(({ kind }) => kind === "ACCOUNT_FREEZE")
        ? later(story.reportedAt, 9 * 60 * minute)
        : null;
      moveOn(world, story, initiatedAt, (world.now.getTime() - story.reportedAt.getTime()) / day);
    }
    return cases;
  });
}

const known = [
  { serial: 409, plot: 1, title: "Đầu tư chứng khoán giả", daysAgo: 2 },
  { serial: 391, plot: 2, title: "Tuyển cộng tác viên online", daysAgo: 7 },
  { serial: 368, plot: 3, title: "Chiếm Facebook, vay tiền", daysAgo: 13 },
  { serial: 342, plot: 4, title: "Giả shipper thu tiền hàng", daysAgo: 18.4 },
];

function knownCases(world: World, unit: Unit): StoryCase[] {
  return known.map(({ serial, plot, title, daysAgo }) =>
    freshCase(world, unit, { serial, plot, title }, daysAgo),
  );
}

function freshCase(
  world: World,
  unit: Unit,
  given: { serial: number; plot: number; title: string } | undefined,
  daysAgo: number,
): StoryCase {
  const plot = plots[given?.plot ?? 0];
  const lead = unit.investigators[0];
  if (!plot || !lead) throw new Error(`${unit.code} has nobody to lead a case`);
  return openCase(world, {
    unit,
    lead,
    plot,
    title: given?.title,
    serial: given?.serial,
    reportedAt: ago(world.now, daysAgo * 24 * 60 + 240),
    members: unit.investigators,
  });
}

/** A restricted case of Phú Thọ's PA05, seen by its members alone. */
export function restrictedCase(world: World): StoryCase {
  const unit = world.unit("police:25:pa05");
  const lead = unit.investigators[0];
  const plot = plots[5];
  if (!lead || !plot) throw new Error("the restricted case has nobody to lead it");
  const members = [lead, unit.signerOf("ACCOUNT_SUSPEND"), unit.signerOf("ACCOUNT_FREEZE")];
  const story = openCase(world, {
    unit,
    lead,
    plot,
    title: "Vụ việc hạn chế: đường dây cho thuê tài khoản có người trong ngành ngân hàng",
    reportedAt: ago(world.now, 3 * 24 * 60),
    restricted: true,
    members,
  });
  playScene(world, story, {
    to: "bank:techcombank",
    amounts: [420],
    urgency: "urgent",
    sent: 35,
    state: "received",
  });
  playScene(world, story, {
    to: "bank:vietinbank",
    amounts: [180],
    urgency: "urgent",
    sent: 20,
    state: "pending",
  });
  askSubscribers(world, story, ago(world.now, 2 * 24 * 60));
  for (const request of story.requests) holdsOf(world, story, request);
  moveOn(world, story, null, 3);
  return story;
}
