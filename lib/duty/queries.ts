import type { Actor } from "@/lib/access/actor";
import { actsAt } from "@/lib/access/acts-at";
import { assertAdministers } from "@/lib/access/administer";
import { mayOnDuty } from "@/lib/access/duty-policy";
import { asActor, databaseNow, statement, type Tx } from "@/lib/db";
import { dayOf } from "@/lib/day";
import { byName } from "@/lib/i18n/collation";
import { addDays, startOf } from "@/lib/local-days";
import { dutyPolicyAt, limitAt } from "./limits";
import { listNotes, noteToWrite } from "./note-queries";
import { onCallAt } from "./on-call";
import { mondayOf, uncovered, without } from "./span";
import { listSwaps } from "./swap-queries";
import type {
  Colleague,
  DutyPolicyShown,
  DutyWeek,
  LeaveRow,
  OnDutyNow,
  PatternRow,
  ShiftRow,
} from "./types";

type Row = Omit<ShiftRow, "fromAt" | "toAt" | "isAway"> & { fromAt: Date; toAt: Date };
type Away = { membershipId: string; from: Date; to: Date };

/** The roster of the acting organisation in the week of a day (yyyy-MM-dd, this week without one); null for who reads none. */
export async function getDutyWeek(actor: Actor, day: string | undefined): Promise<DutyWeek | null> {
  if (!mayOnDuty(actor, "duty.read")) return null;
  return asActor(actor, async (tx) => {
    const now = await databaseNow(tx);
    const monday = mondayOf(day ?? dayOf(now));
    const [from, to] = [startOf(monday), startOf(addDays(monday, 7))];
    const shifts = await shiftsWithin(tx, actor, from, to);
    const away = await awayWithin(tx, actor, from, to);
    const awayOf = (member: string) => away.filter(({ membershipId }) => membershipId === member);
    const isBusyWeek = await tx.dutyShift.count({
      where: { orgId: actor.orgId, cancelledAt: null },
      take: 1,
    });
    const covers = shifts.flatMap(({ membershipId, fromAt, toAt }) =>
      without({ from: fromAt, to: toAt }, awayOf(membershipId)),
    );
    const canManage = mayOnDuty(actor, "duty.manage");
    return {
      monday,
      days: await daysOf(tx, monday),
      shifts: shifts.map(({ fromAt, toAt, ...shift }) => ({
        ...shift,
        fromAt: fromAt.toISOString(),
        toAt: toAt.toISOString(),
        isAway: awayOf(shift.membershipId).some((leave) => leave.from < toAt && leave.to > fromAt),
      })),
      gaps: isBusyWeek
        ? uncovered({ from, to }, covers).map((gap) => ({
            from: gap.from.toISOString(),
            to: gap.to.toISOString(),
          }))
        : [],
      hasRoster: isBusyWeek > 0,
      now: await onDutyNow(tx, actor, now),
      leaves: await leavesFrom(tx, actor, now),
      patterns: canManage ? await patternsOf(tx, actor, now) : [],
      swaps: await listSwaps(tx, actor, now),
      notes: await listNotes(tx, actor),
      colleagues: await colleaguesOf(tx, actor),
      limit: await limitAt(tx, actor.orgId, now),
      noteOf: await noteToWrite(tx, actor, now),
      canManage,
      myMembershipId: actor.membershipId,
    };
  });
}

async function shiftsWithin(tx: Tx, actor: Actor, from: Date, to: Date): Promise<Row[]> {
  const { rows } = await statement<Row>(
    tx,
    `select s.id, s.membership_id as "membershipId", p.full_name as name, s.from_at as "fromAt", s.to_at as "toAt", s.rank, s.phone, s.source,
        s.version, s.membership_id = $4 as "isMine",
        exists (select 1 from duty_swap w where w.shift_id = s.id and w.state = 'proposed') as "isOffered"
      from duty_shift s join membership m on m.id = s.membership_id join person p on p.id = m.user_id
      where s.org_id = $1 and s.cancelled_at is null and s.to_at > $2 and s.from_at < $3 order by s.from_at, s.rank`,
    [actor.orgId, from, to, actor.membershipId],
  );
  return rows;
}

async function awayWithin(tx: Tx, actor: Actor, from: Date, to: Date): Promise<Away[]> {
  const { rows } = await statement<Away>(
    tx,
    `select membership_id as "membershipId", from_at as "from", to_at as "to" from duty_leave
      where org_id = $1 and cancelled_at is null and to_at > $2 and from_at < $3`,
    [actor.orgId, from, to],
  );
  return rows;
}

async function daysOf(tx: Tx, monday: string): Promise<DutyWeek["days"]> {
  const { rows } = await statement<{ day: string; vi: string; en: string }>(
    tx,
    `select to_char(date, 'YYYY-MM-DD') as day, name_vi as vi, name_en as en from holiday where date >= $1::date and date < $1::date + 7`,
    [monday],
  );
  return Array.from({ length: 7 }, (_, index) => {
    const day = addDays(monday, index);
    const found = rows.find((row) => row.day === day);
    return { day, holiday: found ? { vi: found.vi, en: found.en } : null };
  });
}

async function onDutyNow(tx: Tx, actor: Actor, now: Date): Promise<OnDutyNow> {
  const { shiftId, line, phone } = await onCallAt(tx, actor.orgId, now);
  const { rows } = await statement<{ id: string; name: string; toAt: Date | null; duty: string | null }>(
    tx,
    `select m.id, p.full_name as name, (select s.to_at from duty_shift s where s.id = $2::uuid) as "toAt",
        (select o.duty_phone from organisation o where o.id = $3) as duty
      from membership m join person p on p.id = m.user_id where m.id = any($1::uuid[])`,
    [line.slice(0, 2), shiftId, actor.orgId],
  );
  const nameOf = (member: string | undefined) => rows.find(({ id }) => id === member)?.name ?? null;
  const [first, second] = shiftId ? [line[0], line[1]] : [undefined, line[0]];
  return {
    name: nameOf(first),
    toAt: (shiftId && rows[0]?.toAt?.toISOString()) || null,
    phone: phone ?? rows[0]?.duty ?? null,
    next: nameOf(second),
  };
}

async function leavesFrom(tx: Tx, actor: Actor, now: Date): Promise<LeaveRow[]> {
  const { rows } = await statement<Omit<LeaveRow, "fromAt" | "toAt"> & { fromAt: Date; toAt: Date }>(
    tx,
    `select l.id, p.full_name as name, l.from_at as "fromAt", l.to_at as "toAt", l.reason, l.version
      from duty_leave l join membership m on m.id = l.membership_id join person p on p.id = m.user_id
      where l.org_id = $1 and l.cancelled_at is null and l.to_at > $2 order by l.from_at limit 100`,
    [actor.orgId, now],
  );
  return rows.map((row) => ({ ...row, fromAt: row.fromAt.toISOString(), toAt: row.toAt.toISOString() }));
}

async function patternsOf(tx: Tx, actor: Actor, now: Date): Promise<PatternRow[]> {
  const { rows } = await statement<PatternRow>(
    tx,
    `select t.id, p.full_name as name, t.weekday, t.from_minute as "fromMinute", t.minutes, t.rank, to_char(t.valid_to, 'YYYY-MM-DD') as "validTo",
        t.version
      from duty_pattern t join membership m on m.id = t.membership_id join person p on p.id = m.user_id
      where t.org_id = $1 and t.cancelled_at is null and t.valid_to > $2::date order by (t.weekday + 6) % 7, t.from_minute, t.rank limit 200`,
    [actor.orgId, dayOf(now)],
  );
  return rows;
}

/** The administrator's figures of the time to wait, for who keeps the house. @throws Problem not-allowed. */
export function getDutyPolicy(actor: Actor): Promise<DutyPolicyShown> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => dutyPolicyAt(tx, await databaseNow(tx)));
}

/** Everybody who could be on duty: who acts in the organisation today and works on requests. */
export async function colleaguesOf(tx: Tx, actor: Actor): Promise<Colleague[]> {
  const { rows } = await statement<Colleague>(
    tx,
    `select m.id as "membershipId", p.full_name as name from membership m join person p on p.id = m.user_id
      where m.organisation_id = $1 and ${actsAt("m", "now()")}
        and m.roles && '{intake_officer,investigator,commander,analyst,liaison,liaison_manager}'::role[] limit 300`,
    [actor.orgId],
  );
  return rows.sort(byName);
}
