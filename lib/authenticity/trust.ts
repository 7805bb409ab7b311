/** What the register tells a desk of who asks it: counts and instants, at most of his last 500 requests. */
export type SenderFacts = {
  sentAt: Date;
  accountAt: Date;
  /** When the newest browser that he had used by then was first used; null when none is known. */
  deviceAt: Date | null;
  /** When he had last proved his second factor as he signed; null for orders from before that was kept. */
  provedAt: Date | null;
  /** Requests that he signed before this one, to everybody and to this desk. */
  earlier: number;
  here: number;
  /** Of his other requests, how many were ever doubted. */
  doubted: number;
  /** How many of the earlier ones went out in each hour of the day in Viet Nam, from 0 to 23. */
  hours: readonly number[];
  /** How many on each earlier day on which he sent any, and today up to and with this one. */
  days: readonly number[];
  today: number;
};

export const trustCodes = [
  "doubted",
  "volume",
  "hour",
  "device",
  "firstHere",
  "account",
  "factor",
  "history",
] as const;
/** One fact with what it says. Words: `authenticity.trust.<code>`; `notice` asks to call back, `warning` insists. */
export type TrustMark = {
  code: (typeof trustCodes)[number];
  level: "plain" | "notice" | "warning";
  /** Counts, days, minutes or the hour that the words name. */
  values: Record<string, number>;
};

const dayMs = 86_400_000;
const minuteMs = 60_000;
/** The facts count no further back than this. */
export const countedRequests = 500;
/** A new browser is one that was first used within three days before the signature. */
const newDeviceMs = 3 * dayMs;
const youngAccountDays = 30;
/** With fewer earlier requests nobody has a habit yet, and the clock on the wall says what is unusual. */
const habitFrom = 20;
const habitDays = 5;

/** The 95th of a hundred, by nearest rank; 0 of none. */
export function p95(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
}

/** The hour of the day in Viet Nam (UTC+7 all year). */
export const localHour = (at: Date): number => Math.floor(at.getTime() / 3_600_000 + 7) % 24;

/** Does he send at this hour at all? An hour and its neighbours that hold fewer than one in fifty of his requests are unusual. */
export function isUnusualHour(hour: number, hours: readonly number[]): boolean {
  const all = hours.reduce((sum, count) => sum + count, 0);
  if (all < habitFrom) return hour >= 22 || hour < 5;
  const near = [23, 0, 1].reduce((sum, by) => sum + (hours[(hour + by) % 24] ?? 0), 0);
  return near * 50 < all;
}

/** The facts that a desk reads before it acts, what warns first. */
export function trustMarks(facts: SenderFacts): TrustMark[] {
  const { sentAt, accountAt, deviceAt, provedAt, earlier, here, doubted, hours, days, today } = facts;
  const ageDays = Math.floor((sentAt.getTime() - accountAt.getTime()) / dayMs);
  const usual = p95(days);
  const hour = localHour(sentAt);
  const isNewDevice =
    deviceAt !== null &&
    sentAt.getTime() - deviceAt.getTime() < newDeviceMs &&
    deviceAt.getTime() - accountAt.getTime() > newDeviceMs;
  const marks: (TrustMark | null)[] = [
    doubted > 0 ? { code: "doubted", level: "warning", values: { count: doubted } } : null,
    days.length >= habitDays && today > usual && today > 1
      ? { code: "volume", level: today > 2 * usual ? "warning" : "notice", values: { today, usual } }
      : null,
    isUnusualHour(hour, hours) ? { code: "hour", level: "notice", values: { hour } } : null,
    isNewDevice
      ? {
          code: "device",
          level: "notice",
          values: { hours: Math.floor((sentAt.getTime() - deviceAt.getTime()) / 3_600_000) },
        }
      : null,
    here === 0 ? { code: "firstHere", level: "notice", values: {} } : null,
    {
      code: "account",
      level: ageDays < youngAccountDays ? "notice" : "plain",
      values: { days: Math.max(0, ageDays) },
    },
    provedAt
      ? {
          code: "factor",
          level: "plain",
          values: { minutes: Math.max(0, Math.floor((sentAt.getTime() - provedAt.getTime()) / minuteMs)) },
        }
      : null,
    { code: "history", level: "plain", values: { count: earlier, more: Number(earlier >= countedRequests) } },
  ];
  return marks.filter((mark) => mark !== null);
}
