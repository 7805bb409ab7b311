import ical, { ICalEventBusyStatus } from "ical-generator";
import type { Actor } from "@/lib/access/actor";
import { dayOf } from "@/lib/day";
import { env } from "@/lib/env";
import type { Language } from "@/lib/i18n/languages";
import { addDays, midnightOf } from "@/lib/local-days";
import { placeOf } from "./place";
import { listDue } from "./queries";
import type { DueItem, Reach } from "./types";
import { agendaWords } from "./words";

/** A week back, so that what was missed is still seen, and three months ahead. */
const daysBack = 7;
const daysAhead = 92;
const mostItems = 500;

/**
 * What is due as an iCalendar text (RFC 5545), instants in UTC, limits of days as days. What a calendar program holds has left the portal: codes and links, no
 * name, no account, no amount, and nothing of restricted cases.
 */
export async function feedText(actor: Actor, reach: Reach, language: Language, now: Date): Promise<string> {
  const today = dayOf(now);
  const { items } = await listDue(actor, {
    reach,
    from: addDays(today, -daysBack),
    to: addDays(today, daysAhead),
    kinds: [],
    isOutside: true,
    limit: mostItems,
  });
  return calendarText(items, reach, language, now);
}

/** The text itself, of rows that were read. */
export function calendarText(items: readonly DueItem[], reach: Reach, language: Language, now: Date): string {
  const t = agendaWords(language);
  const { appOrigin } = env();
  const calendar = ical({
    name: t(`feed.name.${reach}`),
    prodId: { company: "Lá Chắn", product: "Calendar", language: language.toUpperCase() },
    ttl: 900,
  });
  for (const item of items) {
    const place = placeOf(item);
    calendar.createEvent({
      id: `${item.kind}-${item.id}@${new URL(appOrigin).host}`,
      stamp: now,
      // A limit of days is a whole day, its last one; a date without a zone is written as it stands in UTC.
      ...(item.lastDay
        ? { start: new Date(midnightOf(item.lastDay)), allDay: true }
        : { start: new Date(item.at), end: item.until ? new Date(item.until) : null }),
      summary: [item.code, t(`kind.${item.kind}`)].filter(Boolean).join(" · "),
      busystatus: ICalEventBusyStatus.FREE,
      url: place ? `${appOrigin}${place}` : null,
    });
  }
  return calendar.toString();
}
