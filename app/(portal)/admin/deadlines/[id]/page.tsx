import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { ConfirmForm } from "@/components/admin/confirm-form";
import { ConfirmState } from "@/components/admin/confirm-state";
import { LimitPeriodForm } from "@/components/admin/limit-forms";
import { SubjectHistory } from "@/components/admin/subject-history";
import { ValidDays } from "@/components/admin/valid-days";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { requireAdmin } from "@/lib/access/require-admin";
import { dayAfter, dayOf } from "@/lib/day";
import { getLanguage, getWords } from "@/lib/i18n/words";
import { isUuid } from "@/lib/organisations/edge-id";
import { paths } from "@/lib/paths";
import { citation, readableSource } from "@/lib/reference/citation";
import { documentNumbers } from "@/lib/reference/document-queries";
import { getLimit } from "@/lib/reference/limit-queries";
import { isOpenToCorrect } from "@/lib/reference/periods";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("admin.limit"))("tab") };
}

export default async function DeadlinePage({ params }: PageProps<"/admin/deadlines/[id]">) {
  const actor = await requireAdmin();
  const { id } = await params;
  const found = isUuid(id) ? await getLimit(actor, id) : null;
  if (!found) notFound();
  const [t, a, k, language, numbers] = await Promise.all([
    getWords("admin.limit"),
    getWords("admin"),
    getWords("cases.legal"),
    getLanguage(),
    documentNumbers(actor),
  ]);
  const { limit, periods, acts } = found;
  const today = dayOf(new Date());
  const isUpcoming = limit.validFrom > today;
  const isOpen = isOpenToCorrect(limit, today);
  const applies = [
    (language === "vi" ? limit.kindNameVi : limit.kindNameEn) ??
      (limit.kindCode && (k.has(limit.kindCode as never) ? k(limit.kindCode as never) : limit.kindCode)) ??
      t("anyKind"),
    limit.urgency && a(`urgency.${limit.urgency}`),
    limit.specialisedOnly && t("specialised"),
    limit.requester,
    limit.requesterLevel && a(`level.${limit.requesterLevel}`),
    limit.legalBasis && t("citing", { basis: citation(limit.legalBasis, numbers) }),
  ].filter(Boolean);
  return (
    <Page
      title={a(`subject.${limit.subject}`)}
      lead={applies.join(" · ")}
      aside={
        <>
          {isUpcoming ? <Badge tone="blue">{a("upcoming")}</Badge> : null}
          <ConfirmState verify={limit.verify} />
          {limit.verify ? (
            <ConfirmForm of="limit" id={limit.id} version={limit.version} source={limit.source} />
          ) : null}
        </>
      }
    >
      <div className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-start">
        <Card title={t(isUpcoming ? "correct" : isOpen ? "correctToday" : "newPeriod")}>
          <LimitPeriodForm
            key={limit.id}
            limit={limit}
            from={isOpen ? limit.validFrom : dayAfter(today)}
            isOpen={isOpen}
          />
        </Card>
        <div className="stack">
          {limit.note ? <Note tone="grey">{limit.note}</Note> : null}
          <Card title={t("periods")}>
            <ul className="stack-2">
              {periods.map((one) => (
                <li key={one.id} className="stack-1 t13">
                  <span className="row wrap between">
                    <Link
                      className="fw6 num"
                      href={paths.adminDeadline(one.id)}
                      aria-current={one.id === limit.id ? "page" : undefined}
                    >
                      {t("amount", { value: one.value, unit: a(`unit.${one.unit}` as "unit.hours") })}
                    </Link>
                    <ValidDays from={one.validFrom} to={one.validTo} />
                  </span>
                  {one.subject === "ANSWER" ? (
                    <span className="mut t12">
                      {t("mostExtensionOf", {
                        value: one.mostExtension ?? one.value,
                        unit: a(`unit.${one.unit}` as "unit.hours"),
                      })}
                    </span>
                  ) : null}
                  <span className="mut t12">{readableSource(one.source, numbers)}</span>
                </li>
              ))}
            </ul>
          </Card>
          <SubjectHistory acts={acts} numbers={numbers} />
        </div>
      </div>
    </Page>
  );
}
