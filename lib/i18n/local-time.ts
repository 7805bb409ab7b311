/**
 * Instants as people in Viet Nam write them, `dd/MM/yyyy HH:mm`. The zone is fixed at UTC+7 with no summer time,
 * so this is arithmetic: the same on the server, in the browser and in a test, and it never differs at hydration.
 */
const offsetMs = 7 * 60 * 60 * 1000;
const two = (value: number) => String(value).padStart(2, "0");

export type Instant = Date | string;

function shifted(instant: Instant): Date {
  return new Date(new Date(instant).getTime() + offsetMs);
}

/** `26/11/2026` in Viet Nam. */
export function formatDate(instant: Instant): string {
  const local = shifted(instant);
  return `${two(local.getUTCDate())}/${two(local.getUTCMonth() + 1)}/${String(local.getUTCFullYear()).padStart(4, "0")}`;
}

/** `17:00` in Viet Nam. */
export function formatTime(instant: Instant): string {
  const local = shifted(instant);
  return `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
}

/** `26/11/2026 17:00` in Viet Nam. */
export function formatDateTime(instant: Instant): string {
  return `${formatDate(instant)} ${formatTime(instant)}`;
}

/** `26/11/2026 17:00:05` in Viet Nam, where the order of acts matters. */
export function formatPrecisely(instant: Instant): string {
  return `${formatDateTime(instant)}:${two(shifted(instant).getUTCSeconds())}`;
}

/** `17:00` for what is of today, `26/11/2026 17:00` for every other day. */
export function formatNear(instant: Instant, now: Instant): string {
  return isSameDay(instant, now) ? formatTime(instant) : formatDateTime(instant);
}

/** Whether two instants fall on one day in Viet Nam. */
export function isSameDay(one: Instant, other: Instant): boolean {
  return formatDate(one) === formatDate(other);
}

const separated =
  /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?(?:[,;\sT]+(\d{1,2})(?:[:hg.](\d{2})?)?)?$/i;
/** `8h05 22/11/2026`, `17:00 ngày 26/11`: the hour said first. */
const hourFirst =
  /^(\d{1,2})(?:[:hg](\d{2})?)(?:[,;\s]+|\s*ngày\s+)(\d{1,2})[/.\-](\d{1,2})(?:[/.\-](\d{4}|\d{2}))?$/i;
const packed = /^(\d{2})(\d{2})(\d{4})(?:\s*(\d{2}):?(\d{2}))?$/;

type Parts = { day: string; month: string; year?: string; hour?: string; minute?: string };

/** The day that a form wrote first, with more behind it. */
const written = /^\d{1,2}\/\d{1,2}\/\d{4}[,;\s]+(?=\S)/;

/** A whole date typed behind the day that stood there already is meant instead of it. */
function partsOf(typed: string): Parts | null {
  const text = typed.trim().normalize("NFC");
  const parts = partsIn(text);
  if (parts || !written.test(text)) return parts;
  const late = partsIn(text.replace(written, ""));
  return late?.year === undefined ? null : late;
}

function partsIn(text: string): Parts | null {
  const late = hourFirst.exec(text);
  if (late) return { day: late[3]!, month: late[4]!, year: late[5], hour: late[1], minute: late[2] };
  const found = separated.exec(text) ?? packed.exec(text);
  return found && { day: found[1]!, month: found[2]!, year: found[3], hour: found[4], minute: found[5] };
}

/**
 * Reads what a person typed: `26/11/2026 17:00`, `26-11 17h`, `26.11.26 9:05`, `26112026 1700`, `17h 26/11/2026`.
 * Without a year it is the year of `now`; without a time it is midnight. Nonsense (31/02, 25:00) is null.
 */
export function parseLocalDateTime(text: string, now: Date = new Date()): Date | null {
  const parts = partsOf(text);
  if (!parts) return null;
  const [day, month] = [Number(parts.day), Number(parts.month)];
  const year =
    parts.year === undefined
      ? shifted(now).getUTCFullYear()
      : Number(parts.year) + (parts.year.length === 2 ? 2000 : 0);
  const [hour, minute] = [Number(parts.hour ?? 0), Number(parts.minute ?? 0)];
  if (hour > 23 || minute > 59) return null;
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  local.setUTCHours(hour, minute);
  // JavaScript turns 31/02 into 03/03: a date that does not read back as typed does not exist.
  if (local.getUTCDate() !== day || local.getUTCMonth() !== month - 1) return null;
  return new Date(local.getTime() - offsetMs);
}

/** The same for an instant that has to be told to the hour: a day alone is null. */
export function parseLocalMoment(text: string, now: Date = new Date()): Date | null {
  return partsOf(text)?.hour === undefined ? null : parseLocalDateTime(text, now);
}
