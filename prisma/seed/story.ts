import type pg from "pg";
import { dayOf } from "@/lib/day";
import { mondayOf } from "@/lib/figures/period";
import { startOf } from "@/lib/local-days";
import { keysOf } from "./keys";
import { insertRows, type Row } from "./owner";
import {
  caseRow,
  holdRows,
  memberRows,
  noteRows,
  paymentRows,
  targetRows,
  victimRows,
} from "./story/case-rows";
import { ordinaryCase } from "./story/cases";
import { amendmentRows, amendOne } from "./story/amendments";
import { caseDeadlines, requestDeadlines } from "./story/deadline-rows";
import { deskCases, restrictedCase } from "./story/desks";
import { dutyRows } from "./story/duty-rows";
import { doubtOne, suspicionRows } from "./story/doubts";
import { eventRows } from "./story/event-rows";
import { figureRows } from "./story/figure-rows";
import { seedLadder } from "./story/ladder-rows";
import { mockCase } from "./story/mock-case";
import type { StoryCase, Unit } from "./story/model";
import { seedNotices } from "./story/notice-rows";
import { giveNumbers } from "./story/numbers";
import { otherKinds } from "./story/other-kinds";
import { openStatement, pastedCase } from "./story/pasted-case";
import { day, later, minute } from "./story/random";
import { clarificationRows, itemRows, requestRow, transferRows } from "./story/request-rows";
import { releaseRows } from "./story/release-rows";
import { sendSomeBack } from "./story/sent-back";
import { searchRows } from "./story/search-rows";
import { signatureColumns } from "./story/signatures";
import { talkRows } from "./story/talk-rows";
import { openWorld, type World } from "./story/world";

/** How the demonstration's requests are spread over the units; Phú Thọ has the reference screens' story on top. */
const shares: Record<string, number> = {
  "police:25:pa05": 0.18,
  "police:25:pc02": 0.14,
  "police:01:pa05": 0.21,
  "police:01:pc02": 0.16,
  "police:31:pa05": 0.15,
  "police:31:pc02": 0.16,
};
/**
 * The province whose leader signs in has three cases a week and unit for six weeks: figures of fewer than five do not leave the police, and
 * a page on which everything is withheld shows nobody what it is for.
 */
const fullProvince = "25";
const fullWeeks = 6;
const perWeek = 3;

/**
 * Writes the demonstration: about 60 cases with `requests` requests over the 120 days before `now`, in every status.
 * The same seed tells the same story; only its clock moves with `now`. Returns rows by table.
 */
export async function seedStory(
  client: pg.Client,
  now: Date,
  requests = 5_000,
): Promise<Record<string, number>> {
  const world = await openWorld(client, now);
  const cases = [
    mockCase(world),
    restrictedCase(world),
    ...deskCases(world),
    ...world.units.flatMap((unit) => casesOf(world, unit, requests)),
  ];
  otherKinds(world, cases);
  // After all others, so that these keep their names and numbers.
  cases.push(pastedCase(world));
  doubtOne(world, cases);
  sendSomeBack(world, cases);
  const counters = giveNumbers(cases);
  amendOne(world, cases, counters.document_counter);
  const release = releaseRows(world, cases, counters);
  const all = cases.flatMap((story) => story.requests);
  const written: Record<string, number> = {};
  const write = async (table: string, rows: Parameters<typeof insertRows>[2], on?: string) => {
    written[table] =
      (written[table] ?? 0) + (await insertRows(client, table, rows, on ? { on, update: true } : undefined));
  };
  await write("fraud_case", cases.map(caseRow));
  await write("case_member", cases.flatMap(memberRows));
  await write("case_note", cases.flatMap(noteRows));
  await write("victim", cases.flatMap(victimRows));
  await write("payment", cases.flatMap(paymentRows));
  await write("target", cases.flatMap(targetRows));
  const keys = await keysOf(
    client,
    world.units.map(({ id }) => id),
  );
  await write(
    "request",
    all.map((request) => ({ ...requestRow(world, request), ...signatureColumns(request, keys) })),
  );
  await write("request_item", all.flatMap(itemRows));
  await write("amendment", amendmentRows(all, keys));
  await write("suspicion", suspicionRows(all));
  const talk = talkRows(world, cases);
  await write("thread_message", talk.rows);
  await write("draft", [openDraft(world)]);
  const duty = dutyRows(world, cases);
  await write("duty_shift", duty.shift);
  await write("duty_swap", duty.swap);
  await write("duty_note", duty.note);
  await write("clarification", all.flatMap(clarificationRows));
  await write("transfer", all.flatMap(transferRows));
  await write("hold", cases.flatMap(holdRows));
  await write("appeal", release.appeal);
  await write("restitution_decision", release.restitution_decision);
  await write("restitution_share", release.restitution_share);
  await write("restitution_return", release.restitution_return);
  await write("deadline", [
    ...cases.flatMap((story) => caseDeadlines(world, story)),
    ...all.flatMap((request) => requestDeadlines(world, request)),
  ]);
  await write("deadline", release.deadline);
  await write("search_entry", cases.flatMap(searchRows));
  await client.query("update search_entry set norm = fold_vietnamese(norm) where case_id = any($1)", [
    cases.map(({ id }) => id),
  ]);
  await write("figure_day", figureRows(world, cases));
  await write("event", eventRows(cases, talk.events));
  await write("code_counter", counters.code_counter, "prefix, province_code, year");
  await write("document_counter", counters.document_counter, "organisation_id, document_type, year");
  Object.assign(written, await seedLadder(client, now, world.calendar));
  Object.assign(written, await seedNotices(client, now));
  return written;
}

/** A statement that the first investigator of Phú Thọ pasted and has not filed yet. */
function openDraft(world: World): Row {
  const [writer] = world.unit("police:25:pa05").investigators;
  return {
    membership_id: writer!.membershipId,
    user_id: writer!.userId,
    key: "statement:new",
    body: { text: openStatement },
    updated_at: later(world.now, -7 * minute),
  };
}

/** Old and large cases, some from this week: ages fall off towards today so that much is still open. */
function casesOf(world: World, unit: Unit, requests: number): StoryCase[] {
  const { random } = world;
  const quota = Math.round(requests * (shares[unit.code] ?? 0));
  const ages = [random.between(0.3, 0.9), random.between(1.5, 6), random.between(8, 118)];
  if (unit.provinceCode === fullProvince) ages.push(...agesByWeek(world));
  else ages.push(random.between(8, 118));
  const weights = ages.map((_, index) => (index === 0 ? 0.15 : random.between(0.4, 1.8)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return ages.map((age, index) =>
    ordinaryCase(world, unit, age, Math.max(4, Math.round((quota * weights[index]!) / total))),
  );
}

/** Ages in days of so many cases in each of the last whole weeks of Viet Nam. */
function agesByWeek({ random, now }: World): number[] {
  const sinceMonday = (now.getTime() - startOf(mondayOf(dayOf(now))).getTime()) / day;
  return Array.from({ length: fullWeeks * perWeek }, (_, index) => {
    const week = Math.floor(index / perWeek);
    return sinceMonday + week * 7 + random.between(0.1, 6.9);
  });
}
