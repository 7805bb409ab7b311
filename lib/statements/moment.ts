const vietNamMs = 7 * 3_600_000;
const dayMs = 24 * 3_600_000;
const noon = 12 * 60;

/** "9h sáng nay", "21h hôm qua": days from the day of the report. */
const relative = /^([+-]\d)T(\d{2}):(\d{2})$/;

/** As the recogniser writes a time: a day with or without its year, an hour, both or neither (ISO 8601, `--11-20T08:47`). */
const written = /^(?:(\d{4}|-)-(\d{2})-(\d{2}))?T?(?:(\d{2}):(\d{2}))?$/;

/**
 * The instant behind what a statement writes of a time. A whole one is taken as it is, a day without its year is the last one
 * that has been; an hour alone falls on `day`, the last day that the text named, else on the day of the report (`now`).
 * ISO UTC, or null without an hour. `sure` is false when the day was put to an hour.
 */
export function momentOf(
  text: string | undefined,
  now: Date,
  day: Date | null,
): { at: string | null; sure: boolean } {
  const none = { at: null, sure: false };
  if (!text) return none;
  if (/T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text)) {
    const at = new Date(text);
    return Number.isNaN(at.getTime()) ? none : { at: at.toISOString(), sure: true };
  }
  const [, days, relativeHour, relativeMinute] = relative.exec(text) ?? [];
  if (days !== undefined) {
    const local = new Date(now.getTime() + vietNamMs + Number(days) * dayMs);
    const minutes = Number(relativeHour) * 60 + Number(relativeMinute);
    const at =
      Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), 0, minutes) - vietNamMs;
    return { at: new Date(at > now.getTime() ? at - dayMs : at).toISOString(), sure: false };
  }
  const [, year, month, date, hour, minute] = written.exec(text) ?? [];
  if (hour === undefined) return none;
  const minutes = Number(hour) * 60 + Number(minute);
  if (month !== undefined) return { at: on(year, month, date, minutes, now).toISOString(), sure: true };
  const local = new Date((day ?? now).getTime() + vietNamMs);
  const at =
    Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), 0, minutes) - vietNamMs;
  // "23:50" told at one in the morning was yesterday.
  return { at: new Date(at > now.getTime() ? at - dayMs : at).toISOString(), sure: false };
}

/** The day that a text names, at noon; null when it names only an hour. */
export function dayOf(text: string, now: Date): Date | null {
  const [, year, month, date] = /^(\d{4}|-)-(\d{2})-(\d{2})/.exec(text) ?? [];
  return month === undefined ? null : on(year, month, date, noon, now);
}

function on(
  year: string | undefined,
  month: string,
  date: string | undefined,
  minutes: number,
  now: Date,
): Date {
  const thisYear = new Date(now.getTime() + vietNamMs).getUTCFullYear();
  const at = (of: number) => Date.UTC(of, Number(month) - 1, Number(date), 0, minutes) - vietNamMs;
  if (year !== undefined && year !== "-") return new Date(at(Number(year)));
  return new Date(at(thisYear) > now.getTime() + dayMs ? at(thisYear - 1) : at(thisYear));
}
