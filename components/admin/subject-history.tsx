import { useTranslations } from "next-intl";
import { useFactWords } from "@/components/audit/fact-words";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Timeline } from "@/components/ui/timeline";
import type { SubjectAct } from "@/lib/audit/subject-history";
import { paths } from "@/lib/paths";
import type { OwnAct } from "@/lib/people/overview-queries";
import type { DocumentNumbers } from "@/lib/reference/citation";

/** What was done, by whom, why, and to whom where it is not the page's own entry: read from the record. words: events.* */
export function SubjectHistory({
  acts,
  numbers,
}: {
  acts: readonly (SubjectAct & Partial<Pick<OwnAct, "about">>)[];
  numbers?: DocumentNumbers;
}) {
  const t = useTranslations();
  const a = useTranslations("admin.history");
  const factsOf = useFactWords(numbers);
  const what = (type: string) => (t.has(`events.${type}` as never) ? t(`events.${type}` as never) : type);
  return (
    <Card title={a("title")}>
      {acts.length === 0 ? (
        <p className="t13 mut">{a("empty")}</p>
      ) : (
        <Timeline
          label={a("title")}
          entries={acts.map(({ id, at, type, actor, reason, changes, about }) => ({
            id,
            at,
            title: (
              <>
                <b className="fw6">{actor}</b> {what(type)}
                {about ? (
                  <>
                    {": "}
                    <Link
                      href={
                        about.type === "person"
                          ? paths.adminPerson(about.id)
                          : paths.adminOrganisation(about.id)
                      }
                    >
                      {about.name}
                    </Link>
                  </>
                ) : null}
              </>
            ),
            detail: [
              reason,
              ...factsOf({ type, changes }).map(({ name, value }) => a("fact", { name, value })),
            ]
              .filter(Boolean)
              .join("; "),
          }))}
        />
      )}
    </Card>
  );
}
