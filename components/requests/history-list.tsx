import { useTranslations } from "next-intl";
import { Timeline } from "@/components/ui/timeline";
import type { ReceivedRequest } from "@/lib/requests/desk/types";

/** What happened to an issued request, as both sides may read it: the record itself, not a second log. */
export function HistoryList({ history }: { history: ReceivedRequest["history"] }) {
  const t = useTranslations("queue.history");
  const events = useTranslations("events");
  // words: events.request.*
  const word = (type: string) => (events.has(type as never) ? events(type as never) : type);
  if (history.length === 0) return null;
  return (
    <Timeline
      label={t("timeline")}
      entries={history.map(({ id, at, type, actor, reason }) => ({
        id,
        at,
        tone:
          type === "request.refused" || type === "request.withdrawn"
            ? "red"
            : type === "request.answered" || type === "request.accepted"
              ? "green"
              : undefined,
        title: (
          <>
            <b className="fw6">{actor || events("system")}</b> {word(type)}
          </>
        ),
        detail: reason,
      }))}
    />
  );
}
