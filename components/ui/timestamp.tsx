import { formatDate, formatDateTime, formatTime, type Instant } from "@/lib/i18n/local-time";

/** An instant in Viet Nam time. `part` leaves out what the place already says; the whole of it is in the title. */
export function Timestamp({
  at,
  part = "full",
  className,
}: {
  at: Instant;
  part?: "full" | "date" | "time";
  className?: string;
}) {
  const full = formatDateTime(at);
  const shown = part === "full" ? full : part === "date" ? formatDate(at) : formatTime(at);
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={part === "full" ? undefined : full}
      className={className ? `num nw ${className}` : "num nw"}
    >
      {shown}
    </time>
  );
}
