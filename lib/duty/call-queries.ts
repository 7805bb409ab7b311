import type { Actor } from "@/lib/access/actor";
import { mayOnDuty } from "@/lib/access/duty-policy";
import { readAsActor } from "@/lib/db";
import type { CallRow } from "./types";

/** Who of one's own organisation was called for a request, in their order. Another organisation's reader gets none. */
export async function listCalls(actor: Actor, requestId: string): Promise<CallRow[]> {
  const rows = await readAsActor<{
    rank: number;
    name: string;
    calledAt: Date;
    passedOnAt: Date | null;
    openedAt: Date | null;
  }>(actor, {
    name: "duty-calls",
    plan: "once",
    text: `select c.rank, p.full_name as name, c.called_at as "calledAt", c.passed_on_at as "passedOnAt", c.opened_at as "openedAt"
        from duty_call c join membership m on m.id = c.membership_id join person p on p.id = m.user_id
        where c.request_id = $1::uuid and c.org_id = $2::uuid order by c.since, c.rank limit 40`,
    values: [requestId, actor.orgId],
  });
  return rows.map(({ rank, name, calledAt, passedOnAt, openedAt }) => ({
    rank,
    name,
    calledAt: calledAt.toISOString(),
    passedOnAt: passedOnAt?.toISOString() ?? null,
    openedAt: openedAt?.toISOString() ?? null,
  }));
}

/**
 * What a unit that asked learns of a desk: which number reaches it now, and when it was called and somebody else was. `waits` while
 * urgent work lies there unopened. Instants ISO UTC.
 */
export type DeskDuty = {
  phone: string | null;
  /** Of the shift, before the organisation's own of the register. */
  isOfShift: boolean;
  waits: boolean;
  calls: { at: string; isPassedOn: boolean }[];
};

/** The same for the reader of a request that his unit sent; null before it was sent. */
export async function getDeskDuty(actor: Actor, requestId: string): Promise<DeskDuty | null> {
  const [[desk], calls] = await Promise.all([
    readAsActor<{ shift: string | null; register: string | null; waits: boolean }>(actor, {
      name: "duty-phone",
      plan: "once",
      text: `select app.duty_phone(o.id) as shift, o.duty_phone as register,
          (r.urgency <> 'normal' and r.status = 'SENT' and r.opened_at is null) as waits
        from request r join organisation o on o.id = r.addressee_org_id where r.id = $1::uuid and r.sent_at is not null`,
      values: [requestId],
    }),
    readAsActor<{ at: Date; type: string }>(actor, {
      name: "duty-told",
      plan: "once",
      text: `select at, type from event where request_id = $1::uuid and type in ('duty.called', 'duty.passed_on') and shared order by at limit 40`,
      values: [requestId],
    }),
  ]);
  if (!desk) return null;
  return {
    phone: desk.shift ?? desk.register,
    isOfShift: desk.shift !== null,
    waits: desk.waits,
    calls: calls.map(({ at, type }) => ({ at: at.toISOString(), isPassedOn: type === "duty.passed_on" })),
  };
}

/** What the first page of somebody on duty asks of him: a word about the shift that ends, and words of others that nobody confirmed. */
export type DutyAsk = { writes: boolean; unread: number };

/** The same for the reader, as of now; nothing for who is not on duty. */
export async function getDutyAsk(actor: Actor): Promise<DutyAsk> {
  if (!mayOnDuty(actor, "duty.read")) return { writes: false, unread: 0 };
  const rows = await readAsActor<DutyAsk>(actor, {
    name: "duty-ask",
    plan: "once",
    text: `select coalesce(bool_or(s.from_at <= now() and s.to_at <= now() + interval '30 minutes'
          and not exists (select 1 from duty_note n where n.shift_id = s.id)), false) as writes,
        coalesce(max((select count(*) from duty_note n where n.org_id = $2::uuid and n.read_at is null and n.author_id <> $1::uuid
          and n.written_at > now() - interval '24 hours')), 0)::int as unread
      from duty_shift s where s.membership_id = $1::uuid and s.cancelled_at is null and s.to_at > now() and s.from_at < now() + interval '30 minutes'`,
    values: [actor.membershipId, actor.orgId],
  });
  return rows[0] ?? { writes: false, unread: 0 };
}
