import { dayOf } from "@/lib/day";
import { mondayOf, spanOf } from "@/lib/duty/span";
import { addDays } from "@/lib/local-days";
import type { Row } from "../owner";
import { type Member, type StoryCase, statusOf } from "./model";
import { later, minute, Random } from "./random";
import { membersOf, type World } from "./world";

type Shift = { id: string; member: Member; fromAt: Date; toAt: Date; rank: number };
/** The week before, this one and the next. */
const days = 21;
/** The bank of the reference screens: its roster has the gap, the offer and the word. */
const story = "bank:vietinbank";
const open = ["SENT", "ACKNOWLEDGED", "IN_PROGRESS", "PARTLY_ANSWERED", "CLARIFICATION_NEEDED"];

/** Rosters of all desks and units around the story's `now`, with one gap, one swap on offer and one hand-over note nobody confirmed. */
export function dutyRows(
  world: World,
  cases: readonly StoryCase[],
): Record<"shift" | "swap" | "note", Row[]> {
  const random = new Random(20_261_123);
  const codes = [...world.units, ...world.institutions].map(({ code }) => code);
  const rosters = new Map(codes.map((code) => [code, rosterOf(world, random, code)]));
  const own = rosters.get(story) ?? [];
  return {
    shift: [...rosters.values()].flat().map(shiftRow),
    swap: swapOf(world, random, own),
    note: noteOf(world, random, own, cases),
  };
}

/** Day and night by turns among who works on requests; in a unit or desk of three and more the head stands behind, a day at a time. */
function rosterOf(world: World, random: Random, code: string): Shift[] {
  const people = membersOf(code, "liaison", "intake_officer", "investigator");
  const heads = membersOf(code, "liaison_manager", "commander").filter(
    ({ membershipId }) => !people.some((one) => one.membershipId === membershipId),
  );
  const line = people.length > 1 ? people : [...people, ...heads];
  const behind = people.length > 1 ? heads : [];
  const first = addDays(mondayOf(dayOf(world.now)), -7);
  const gapDay = addDays(dayOf(world.now), 3);
  const shifts: Shift[] = [];
  const add = (
    members: readonly Member[],
    turn: number,
    day: string,
    from: string,
    to: string,
    rank: number,
  ) => {
    const member = members[turn % members.length];
    if (member) shifts.push({ id: random.uuid(world.now), member, rank, ...spanOf({ day, from, to }) });
  };
  for (let at = 0; at < days; at += 1) {
    const day = addDays(first, at);
    add(line, 2 * at, day, "07:00", "19:00", 1);
    const isGap = code === story && day === gapDay;
    if (!isGap) add(line, 2 * at + 1, day, "19:00", "07:00", 1);
    if (!isGap) add(behind, at, day, "07:00", "07:00", 2);
  }
  return shifts;
}

const shiftRow = ({ id, member, fromAt, toAt, rank }: Shift): Row => ({
  id,
  org_id: member.orgId,
  membership_id: member.membershipId,
  from_at: fromAt,
  to_at: toAt,
  rank,
  phone: null,
  source: "hand",
});

/** The first who has a day shift after tomorrow asks the next on duty for his. */
function swapOf({ now }: World, random: Random, shifts: readonly Shift[]): Row[] {
  const coming = shifts.filter(({ rank, fromAt }) => rank === 1 && fromAt > later(now, 24 * 60 * minute));
  const [given] = coming;
  const taken = coming.find(
    ({ member, fromAt }) => given && member.membershipId !== given.member.membershipId && fromAt > given.toAt,
  );
  if (!given || !taken) return [];
  return [
    {
      id: random.uuid(now),
      org_id: given.member.orgId,
      shift_id: given.id,
      return_shift_id: taken.id,
      from_membership_id: given.member.membershipId,
      to_membership_id: taken.member.membershipId,
      state: "proposed",
      proposed_at: later(now, -95 * minute),
    },
  ];
}

function noteOf(
  { now }: World,
  random: Random,
  shifts: readonly Shift[],
  cases: readonly StoryCase[],
): Row[] {
  const over = shifts.filter(({ rank, toAt }) => rank === 1 && toAt < now).at(-1);
  if (!over) return [];
  const urgent = cases
    .flatMap(({ requests }) => requests)
    .filter(
      (request) =>
        request.addressee.code === story && request.urgency !== "normal" && open.includes(statusOf(request)),
    )
    .map(({ id }) => id);
  return [
    {
      id: random.uuid(now),
      org_id: over.member.orgId,
      shift_id: over.id,
      author_id: over.member.membershipId,
      body: "Ca yên, còn mấy việc khẩn dưới đây chưa trả lời xong. Phòng giao dịch Việt Trì hẹn gửi phiếu rút tiền trước 9 giờ, nhờ anh chị gọi lại nếu chưa thấy.",
      request_ids: urgent.slice(0, 6),
      written_at: later(over.toAt, -8 * minute),
    },
  ];
}
