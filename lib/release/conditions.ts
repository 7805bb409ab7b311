import { dayOf } from "@/lib/day";
import { addDays, daysBetween, startOf } from "@/lib/local-days";
import { openStatuses } from "@/lib/requests/lifecycle";
import { statusIn } from "@/lib/requests/status-sql";
import { foldVietnamese } from "@/lib/targets/normalise-text";
import { type HoldEnds, type HoldFilter, soonDays } from "./filter";
import { openAppealSql } from "./lifecycle";
import type { HoldRow } from "./types";

/** The same reach as the policy for a police role, written out: $1 units, $2 membership. Row-level security repeats it. */
export const ofUnit =
  "r.requester_org_id = any($1::uuid[]) and (not r.restricted or $2::uuid = any(r.sealed_to))";
export const holdsOfUnit = `h.released_at is null and ${ofUnit}`;
/** A request `n` that asks about the account of a hold `h` and was not answered about it yet. */
export const notAnswered = `${statusIn(["DRAFT", "PENDING_SIGNATURE", ...openStatuses], "n.status")}
    and exists (select 1 from request_item ni where ni.request_id = n.id and ni.value = h.account and ni.outcome is null)`;
const openAppeal = `exists (select 1 from appeal a where a.hold_id = h.id and ${openAppealSql})`;

/** How soon a hold ends, by days of Viet Nam: what a list says in words. */
export function endsOf(until: Date | null, now: Date): HoldRow["ends"] {
  if (!until) return "never";
  if (until <= now) return "overdue";
  const days = daysBetween(dayOf(now), dayOf(until)) - 1;
  return days === 0 ? "today" : days === 1 ? "tomorrow" : days <= soonDays ? "soon" : "later";
}

/** From which instant and before which one it ends. What has ended already is a choice of its own. */
function edgesOf(ends: HoldEnds, now: Date): [from: Date, before: Date] {
  const begin = (days: number) => startOf(addDays(dayOf(now), days));
  if (ends === "tomorrow") return [begin(1), begin(2)];
  return [now, begin(ends === "today" ? 1 : soonDays + 1)];
}

/** The letters and digits of what was typed, as an account is written; null where they are too few to find one by. */
function numberIn(text: string): string | null {
  const number = foldVietnamese(text)
    .replace(/[^a-z0-9]/g, "")
    .toUpperCase();
  return number.length >= 3 ? number : null;
}

/** A hold by what a person remembers of it: part of the account, of the case's or the order's code, of the holder's or the account's name. */
function textConditions(text: string, number: string | null, bind: (value: unknown) => string): string {
  const folded = bind(foldVietnamese(text).trim());
  const named = ["o.short_name", "o.name", "i.holder_name", "c.code", "r.code"].map(
    (column) => `position(${folded} in fold_vietnamese(coalesce(${column}, ''))) > 0`,
  );
  return `(${[...named, ...(number ? [`position(${bind(number)} in upper(h.account)) > 0`] : [])].join(" or ")})`;
}

/**
 * What narrows the list: one place for the page, its sums and its file. `text` was typed and stands in no address. `name` tells statements
 * with different conditions apart.
 */
export function conditionsOf(
  filter: HoldFilter,
  bind: (value: unknown) => string,
  now: Date,
  text?: string,
): { name: string; where: string[] } {
  const ends = filter.ends ? edgesOf(filter.ends, now) : null;
  const number = text ? numberIn(text) : null;
  const found = [
    ["h", filter.holder && `h.holder_org_id = ${bind(filter.holder)}::uuid`],
    ["v", filter.case && `h.case_id = ${bind(filter.case)}::uuid`],
    ["e", ends && `h.until_at > ${bind(ends[0].toISOString())}::timestamptz`],
    ["b", ends && `h.until_at < ${bind(ends[1].toISOString())}::timestamptz`],
    ["o", filter.overdue && "h.until_at < now()"],
    ["a", filter.appeal && openAppeal],
    [number ? "n" : "t", text && textConditions(text, number, bind)],
  ].filter((one): one is [string, string] => Boolean(one[1]));
  return {
    name: found.map(([letter]) => letter).join(""),
    where: [holdsOfUnit, ...found.map(([, sql]) => sql)],
  };
}
