import { formatDate, isSameDay } from "@/lib/i18n/local-time";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Timestamp } from "./timestamp";

export type TimelineEntry = {
  id: string;
  /** ISO instant. */
  at: string;
  tone?: "red" | "green" | "cash" | "blue";
  title: ReactNode;
  detail?: ReactNode;
};

/** What happened, one line each, in the order given. A new day is named once. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol className="tl" aria-label={label}>
      {entries.map((entry, index) => {
        const previous = entries[index - 1];
        const newDay = !previous || !isSameDay(previous.at, entry.at);
        return (
          <li key={entry.id}>
            {newDay ? <span className="day num">{formatDate(entry.at)}</span> : null}
            <Timestamp at={entry.at} part="time" />
            <span className={classNames("dot", entry.tone && `dot-${entry.tone}`)} />
            <div>
              <div>{entry.title}</div>
              {entry.detail ? <div className="t12 mut">{entry.detail}</div> : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
