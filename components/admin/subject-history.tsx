import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Timeline } from "@/components/ui/timeline";
import type { SubjectAct } from "@/lib/audit/subject-history";

/** What was done to an entry, by whom, why: read from the record. words: events.* */
export function SubjectHistory({ acts }: { acts: readonly SubjectAct[] }) {
  const t = useTranslations();
  const a = useTranslations("admin.history");
  const what = (type: string) => (t.has(`events.${type}` as never) ? t(`events.${type}` as never) : type);
  return (
    <Card title={a("title")}>
      {acts.length === 0 ? (
        <p className="t13 mut">{a("empty")}</p>
      ) : (
        <Timeline
          label={a("title")}
          entries={acts.map(({ id, at, type, actor, reason, changes }) => ({
            id,
            at,
            title: (
              <>
                <b className="fw6">{actor}</b> {what(type)}
              </>
            ),
            detail: reason ?? changesText(changes),
          }))}
        />
      )}
    </Card>
  );
}

/** Old and new values as they stand in the record: `validTo: – → 2027-01-01`. */
function changesText(changes: Record<string, unknown>): string {
  const one = (value: unknown) =>
    value === null || value === undefined
      ? "–"
      : typeof value === "object"
        ? JSON.stringify(value)
        : String(value);
  return Object.entries(changes)
    .map(
      ([name, value]) =>
        `${name}: ${Array.isArray(value) && value.length === 2 ? value.map(one).join(" → ") : one(value)}`,
    )
    .join("; ");
}
