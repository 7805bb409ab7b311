import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { EventDetail } from "@/lib/audit/types";
import { formatVnd } from "@/lib/money/format-vnd";

const amounts = new Set(["disputedAmount", "reportedLoss", "amount"]);

/** What changed, as names of fields and codes; the record holds no victim's data. */
export function EventFacts({ event }: { event: EventDetail }) {
  const t = useTranslations("audit.detail");
  // words: audit.fields.*
  const fields = useTranslations("audit.fields");
  // words: audit.values.*
  const values = useTranslations("audit.values");
  const word = (name: string, value: unknown) => {
    const key = `${name}.${String(value)}` as Parameters<typeof values>[0];
    return typeof value === "string" && values.has(key) ? values(key) : null;
  };
  const pairs = Object.entries(event.changes).flatMap(([name, value]) =>
    name === "at" || name === "code"
      ? []
      : [{ name: fields.has(name) ? fields(name) : name, value: word(name, value) ?? shown(name, value) }],
  );
  return (
    <DefinitionList
      pairs={[
        { name: t("told"), value: event.told ? <Timestamp at={event.told} part="seconds" /> : null },
        ...pairs,
        { name: t("reason"), value: event.reason ? <span className="pre-line">{event.reason}</span> : null },
      ]}
    />
  );
}

function shown(name: string, value: unknown) {
  if (amounts.has(name) && /^\d+$/.test(String(value)))
    return <span className="money">{formatVnd(BigInt(String(value)))}</span>;
  if (Array.isArray(value)) return <span className="id">{value.map(String).join(" → ")}</span>;
  if (typeof value === "object" && value !== null) return <span className="id">{JSON.stringify(value)}</span>;
  return <span className="id">{String(value)}</span>;
}
