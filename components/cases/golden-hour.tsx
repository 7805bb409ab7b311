"use client";

import { useTranslations } from "next-intl";
import { durationOf } from "@/components/ui/duration-words";
import { useServerNow } from "@/components/ui/server-clock";
import { formatTime } from "@/lib/i18n/local-time";

const minuteMs = 60_000;
const width = 1148;
const hour = 60;
/** How wide words are on the axis, about: 12 px type. */
const roomOf = (word: string) => word.length * 6.4 + 8;

type Mark = { at: number; word: string; isNow?: boolean };
const lineHeight = 15;

/** The hours since a victim's first transfer: the first sixty minutes in amber, what came after in red, and what was done when. */
export function GoldenHour({
  first,
  reportedAt,
  sentAt,
  heldAt,
}: {
  first: string | null;
  reportedAt: string;
  sentAt: string | null;
  heldAt: string | null;
}) {
  const t = useTranslations("cases.gold");
  const d = useTranslations("format.duration");
  const now = useServerNow();
  if (!first) return <p className="t13 mut">{t("none")}</p>;
  const start = Date.parse(first);
  const minutesOf = (at: number) => Math.max(0, Math.floor((at - start) / minuteMs));
  const since = minutesOf(now.getTime());
  const words = (minutes: number) => {
    const { unit, ...values } = durationOf(minutes);
    return d(unit, values);
  };
  /** To the minute within two days: by minutes it is decided who was fast. */
  const exactly = (minutes: number) =>
    minutes >= hour && minutes < 48 * hour && minutes % hour > 0
      ? d("hoursMinutes", { hours: Math.floor(minutes / hour), minutes: minutes % hour })
      : words(minutes);
  const span = Math.max(180, Math.ceil((since * 1.1) / hour) * hour);
  const x = (minutes: number) => Math.round((Math.min(minutes, span) / span) * width * 10) / 10;
  const told = (at: string | null, name: "reported" | "sent" | "held"): Mark[] =>
    at && Date.parse(at) >= start
      ? [{ at: minutesOf(Date.parse(at)), word: t(name, { time: exactly(minutesOf(Date.parse(at))) }) }]
      : [];
  const marks = [
    { at: 0, word: t("first", { at: formatTime(first) }) },
    ...told(reportedAt, "reported"),
    ...told(sentAt, "sent"),
    ...told(heldAt, "held"),
  ];
  const lines = spread([...marks, { at: since, word: t("now"), isNow: true }], x);
  const height = 44 + Math.max(...lines.map(({ line }) => line)) * lineHeight;
  return (
    <div className="gold-wrap">
      <div className="row-b wrap">
        <span className="h3">{t("title")}</span>
        <span className="t13 mut">
          <b className={since > hour ? "c-red num" : "c-amber num"}>{t("since", { time: words(since) })}</b>
          {" · "}
          {since > hour
            ? t("over", { at: formatTime(new Date(start + hour * minuteMs)) })
            : t("left", { time: words(hour - since) })}
        </span>
      </div>
      <p className="gold-words t13 mut" aria-hidden>
        {marks.map(({ word }) => word).join(" · ")}
      </p>
      <svg
        className="gold"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t("axis", { at: formatTime(first), marks: marks.map(({ word }) => word).join(", ") })}
      >
        <rect className="f-sunken" x="0" y="8" width={width} height="8" rx="2" />
        <rect className="g-hour" x="0" y="8" width={x(Math.min(since, hour))} height="8" rx="2" />
        {since > hour ? (
          <rect className="g-past" x={x(hour)} y="8" width={x(since) - x(hour)} height="8" />
        ) : null}
        {marks.map((mark) => (
          <path key={mark.word} className="g-tick" d={`M${Math.max(0.75, x(mark.at))} 4V20`} />
        ))}
        <path className="g-tick" d={`M${Math.min(width - 0.75, x(since))} 4V20`} />
        {lines.map((mark) => (
          <text
            key={mark.word}
            className={mark.isNow ? "svgtext-2 fw6s" : "svgtext-2"}
            x={mark.x}
            y={36 + mark.line * lineHeight}
          >
            {mark.word}
          </text>
        ))}
      </svg>
    </div>
  );
}

/**
 * Every mark has its words: under it, or a line below where they would run into the words before them. Words of the last marks end with
 * the axis.
 */
function spread(marks: Mark[], x: (minutes: number) => number): (Mark & { x: number; line: number })[] {
  const ends: number[] = [];
  return marks
    .map((mark) => ({ ...mark, x: Math.max(0, Math.min(x(mark.at), width - roomOf(mark.word))) }))
    .sort((a, b) => a.x - b.x)
    .map((mark) => {
      const free = ends.findIndex((end) => mark.x >= end);
      const line = free < 0 ? ends.length : free;
      ends[line] = mark.x + roomOf(mark.word);
      return { ...mark, line };
    });
}
