import type { Actor } from "@/lib/access/actor";
import { answeringSeconds } from "@/lib/requests/desk/schema";
import { moneyOf } from "@/lib/requests/kinds";
import { openStatuses } from "@/lib/requests/lifecycle";
import { clockReadingOf } from "@/lib/requests/rules";
import { statusIn } from "@/lib/requests/status-sql";
import { unreadSql } from "@/lib/requests/thread/unread-sql";
import type { DeskPerson, QueueRow } from "./types";

export const pageSize = 50;
export const highestId = "ffffffff-ffff-ffff-ffff-ffffffffffff";
/** The statuses of the partial index request_queue_addressee, as the planner must read them to use it. */
export const openSql = statusIn(openStatuses, "status");
/** A responder's reach, said here as the policy says it: addressed to the organisation, and issued. Row-level security says it again. */
export const receivedSql = `addressee_org_id = $1 and sent_at is not null`;

/** One page is cut out first, and only its rows are dressed with names. `order` sorts the page again after the joins. */
export const rowsSql = (page: string, order: string) => `
  select r.id, r.code, r.version, r.kind_code, r.urgency, r.status, r.due_at, r.paused_at, r.answered_at, r.queue_at, r.span_minutes,
    r.first_target_label, r.first_target_name, r.item_count, r.answered_count, r.disputed_amount, r.held_amount, r.assignee_id,
    r.answering_id, r.opened_at, r.suspected_at is not null as is_suspected, r.suspicion, o.short_name as unit, ap.full_name as assignee_name, gp.full_name as answering_name,
    coalesce(r.answering_at > now() - interval '${answeringSeconds} seconds', false) as is_answering, ${unreadSql}
  from (${page}) r
  join organisation o on o.id = r.requester_org_id
  left join membership am on am.id = r.assignee_id left join person ap on ap.id = am.user_id
  left join membership gm on gm.id = r.answering_id left join person gp on gp.id = gm.user_id
  order by ${order}`;

export type RawRow = {
  id: string;
  code: string;
  version: number;
  kind_code: string;
  urgency: QueueRow["urgency"];
  status: QueueRow["status"];
  due_at: Date | null;
  paused_at: Date | null;
  answered_at: Date | null;
  queue_at: Date;
  span_minutes: number | null;
  first_target_label: string | null;
  first_target_name: string | null;
  item_count: number;
  answered_count: number;
  disputed_amount: string;
  held_amount: string;
  assignee_id: string | null;
  answering_id: string | null;
  opened_at: Date | null;
  is_suspected: boolean;
  suspicion: string | null;
  unit: string;
  assignee_name: string | null;
  answering_name: string | null;
  is_answering: boolean;
  unread: number;
};

export function rowOf(actor: Actor, raw: RawRow): QueueRow {
  const person = (id: string | null, name: string | null): DeskPerson | null =>
    id ? { name: name ?? "", mine: id === actor.membershipId } : null;
  const money = moneyOf(raw.kind_code);
  return {
    id: raw.id,
    code: raw.code,
    version: raw.version,
    kindCode: raw.kind_code,
    urgency: raw.urgency,
    status: raw.status,
    unit: raw.unit,
    clock: clockReadingOf({
      status: raw.status,
      dueAt: raw.due_at,
      pausedAt: raw.paused_at,
      answeredAt: raw.answered_at,
      spanMinutes: raw.span_minutes,
    }),
    pausedAt: raw.paused_at?.toISOString() ?? null,
    answeredAt: raw.answered_at?.toISOString() ?? null,
    targetLabel: raw.first_target_label ?? "",
    targetName: raw.first_target_name,
    itemCount: raw.item_count,
    answeredCount: raw.answered_count,
    disputedAmount: money.asked ? raw.disputed_amount : null,
    heldAmount: money.held ? raw.held_amount : null,
    assignee: person(raw.assignee_id, raw.assignee_name),
    answering: raw.is_answering ? person(raw.answering_id, raw.answering_name) : null,
    unopened: raw.opened_at === null,
    unread: raw.unread,
    doubt: raw.suspicion ? { state: raw.is_suspected ? "held" : "forged" } : null,
  };
}
