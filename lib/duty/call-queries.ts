import type { Actor } from "@/lib/access/actor";
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

/** What a unit that asked learns of a desk: which number reaches it now, when it was called and when somebody else was. Instants ISO UTC. */
export type DeskDuty = { phone: string | null; calls: { at: string; isPassedOn: boolean }[] };

/** The same for the reader of a request that his unit sent. The number is of who is on duty; null leaves the register's. */
export async function getDeskDuty(
  actor: Actor,
  requestId: string,
  addresseeOrgId: string,
): Promise<DeskDuty> {
  const [phones, calls] = await Promise.all([
    readAsActor<{ phone: string | null }>(actor, {
      name: "duty-phone",
      text: "select app.duty_phone($1::uuid) as phone",
      values: [addresseeOrgId],
    }),
    readAsActor<{ at: Date; type: string }>(actor, {
      name: "duty-told",
      text: `select at, type from event where request_id = $1::uuid and type in ('duty.called', 'duty.passed_on') and shared order by at limit 40`,
      values: [requestId],
    }),
  ]);
  return {
    phone: phones[0]?.phone ?? null,
    calls: calls.map(({ at, type }) => ({ at: at.toISOString(), isPassedOn: type === "duty.passed_on" })),
  };
}
