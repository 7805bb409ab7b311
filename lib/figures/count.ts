import { statement, type Tx } from "@/lib/db";

/** What is counted as it happens. One definition per measure, read by the leader's page, exports and reports alike. */
export const measures = [
  "case.reported", // cases opened; amount = loss reported, VND
  "request.sent", // requests issued; amount = disputed amount, VND
  "answer.held", // targets held; amount = held, VND (a freeze that takes over a suspension counts only what is new)
  "answer.moved_on", // targets whose money moved on; amount VND
  "answer.cashed_out", // targets cashed out; amount VND
  "money.released", // holds that ended without return; amount VND
  "money.returned", // returned to victims; amount VND
] as const;
export type Measure = (typeof measures)[number];

export type Delta = { measure: Measure; count?: number; amount?: bigint };
type About = {
  /** On how many cases an amount rests decides who may see it (disclosure.ts). */
  caseId: string;
  provinceCode: string;
  requesterOrgId: string;
  addresseeOrgId?: string;
  kindCode?: string;
  restricted: boolean;
};

const dayInVietNam = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Ho_Chi_Minh",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The local day of an instant, as the UTC midnight that a `date` column stores. */
export function localDay(at: Date): Date {
  return new Date(`${dayInVietNam.format(at)}T00:00:00Z`);
}

/**
 * Appends what happened to the counters, in the command's transaction; rows are only added, so no two commands wait for
 * each other. Restricted cases are never counted: a figure must not show that they exist. One that is restricted later is
 * taken off again by recount.ts.
 */
export async function count(tx: Tx, about: About, at: Date, deltas: Delta[]): Promise<void> {
  const counted = deltas.filter((delta) => (delta.count ?? 0) !== 0 || (delta.amount ?? 0n) !== 0n);
  if (about.restricted || counted.length === 0) return;
  await statement(
    tx,
    `insert into figure_delta (day, province_code, requester_org_id, addressee_org_id, kind_code, case_id, measure, count, amount)
     select $1, $2, $3, $4, $5, $6, d.measure, d.count, d.amount from unnest($7::text[], $8::int[], $9::bigint[]) as d(measure, count, amount)`,
    [
      dayInVietNam.format(at),
      about.provinceCode,
      about.requesterOrgId,
      about.addresseeOrgId ?? null,
      about.kindCode ?? null,
      about.caseId,
      counted.map(({ measure }) => measure),
      counted.map(({ count = 0 }) => count),
      counted.map(({ amount = 0n }) => amount.toString()),
    ],
  );
}
