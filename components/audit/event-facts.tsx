import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { EventDetail } from "@/lib/audit/types";
import type { DocumentNumbers } from "@/lib/reference/citation";
import { useFactWords } from "./fact-words";

/** What changed, in words; the record holds no victim's data. */
export function EventFacts({ event, numbers }: { event: EventDetail; numbers?: DocumentNumbers }) {
  const t = useTranslations("audit.detail");
  const factsOf = useFactWords(numbers);
  // The time it tells of and the record it is about stand above, each in a line of its own.
  const told = new Set(["at", ...(event.type.startsWith("request_kind") ? [] : ["code"])]);
  return (
    <DefinitionList
      pairs={[
        { name: t("told"), value: event.told ? <Timestamp at={event.told} part="seconds" /> : null },
        ...factsOf(event)
          .filter(({ field }) => !told.has(field))
          .map(({ name, value, isCode }) => ({
            name,
            value: isCode ? <span className="id break-all">{value}</span> : value,
          })),
        { name: t("reason"), value: event.reason ? <span className="pre-line">{event.reason}</span> : null },
      ]}
    />
  );
}
