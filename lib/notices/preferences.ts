import type { NoticeKind } from "./kinds";

/** How mail tells of a kind. `auto`: at once what is urgent, the rest collected. */
export const emailChoices = ["auto", "now", "digest", "never"] as const;
export type EmailChoice = (typeof emailChoices)[number];
export type Preference = { email: EmailChoice; sms: boolean; zalo: boolean };
/** Minutes of the Vietnamese day; `toMinute` before `fromMinute` goes over midnight. Days on which the hours begin: 0 is Sunday. */
export type QuietHours = { fromMinute: number; toMinute: number; days: readonly number[] };
export type Preferences = { kinds: ReadonlyMap<string, Preference>; quiet: QuietHours | null };

/** What holds for a kind of which somebody chose nothing. */
export const usual: Preference = { email: "auto", sms: false, zalo: false };

export type Wish = {
  email: "now" | "digest" | "never";
  sms: boolean;
  zalo: boolean;
  /** Until when nothing but the portal itself tells of it; null for at once. */
  holdUntil: Date | null;
};

/** How a person wants to be told of this. What is urgent breaks the quiet hours; the portal itself always tells, whatever is chosen. */
export function wishOf(
  preferences: Preferences,
  { kind, urgent, at }: { kind: NoticeKind | (string & {}); urgent: boolean; at: Date },
): Wish {
  const { email, sms, zalo } = preferences.kinds.get(kind) ?? usual;
  const { quiet } = preferences;
  return {
    email: email === "auto" ? (urgent ? "now" : "digest") : email,
    sms,
    zalo,
    holdUntil: urgent || !quiet ? null : quietUntil(quiet, at),
  };
}

const minuteMs = 60_000;
const dayMinutes = 24 * 60;
/** Viet Nam has one zone, and no summer time since 1975. */
const zoneMinutes = 7 * 60;

/** When the quiet hours that hold at this instant end, or null when none do. */
export function quietUntil({ fromMinute, toMinute, days }: QuietHours, at: Date): Date | null {
  const minutes = Math.floor(at.getTime() / minuteMs) + zoneMinutes;
  const today = Math.floor(minutes / dayMinutes);
  const minute = minutes - today * dayMinutes;
  // 1 January 1970 was a Thursday.
  const beginsOn = (day: number) => days.includes((day + 4) % 7);
  const endOn = (day: number) => new Date((day * dayMinutes + toMinute - zoneMinutes) * minuteMs);
  if (fromMinute < toMinute)
    return minute >= fromMinute && minute < toMinute && beginsOn(today) ? endOn(today) : null;
  if (minute >= fromMinute && beginsOn(today)) return endOn(today + 1);
  return minute < toMinute && beginsOn(today - 1) ? endOn(today) : null;
}
