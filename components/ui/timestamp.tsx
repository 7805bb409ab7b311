import { formatDate, formatDateTime, formatPrecisely, formatTime, type Instant } from "@/lib/i18n/local-time";

/** An instant in Viet Nam time. `part` leaves out what the place already says, the whole of it is in the title; `seconds` adds them. */
export function Timestamp({
  at,
  part = "full",
  className,
}: {
  at: Instant;
  part?: "full" | "date" | "time" | "seconds";
  className?: string;
}) {
  const full = formatDateTime(at);
  const shown =
    part === "seconds"
      ? formatPrecisely(at)
      : part === "full"
        ? full
        : part === "date"
          ? formatDate(at)
          : formatTime(at);
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={part === "date" || part === "time" ? full : undefined}
      className={className ? `num nw ${className}` : "num nw"}
    >
      {shown}
    </time>
  );
}
