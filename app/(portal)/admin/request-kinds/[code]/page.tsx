import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConfirmForm } from "@/components/admin/confirm-form";
import { ConfirmState } from "@/components/admin/confirm-state";
import { KindPeriodForm } from "@/components/admin/kind-period-form";
import { SubjectHistory } from "@/components/admin/subject-history";
import { ValidDays } from "@/components/admin/valid-days";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { requireAdmin } from "@/lib/access/require-admin";
import { dayAfter, dayOf } from "@/lib/day";
import { getLanguage, getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";
import { readableSource } from "@/lib/reference/citation";
import { documentNumbers, listDocumentChoices } from "@/lib/reference/document-queries";
import { getKind } from "@/lib/reference/kind-queries";
import { isOpenToCorrect } from "@/lib/reference/periods";

export async function generateMetadata({
  params,
}: PageProps<"/admin/request-kinds/[code]">): Promise<Metadata> {
  return { title: `${(await params).code} · ${(await getWords("admin.tabs"))("kinds")}` };
}

/** The period in force, or with `?period=` one that has not begun, to be corrected before it does. */
export default async function RequestKindPage({
  params,
  searchParams,
}: PageProps<"/admin/request-kinds/[code]">) {
  const actor = await requireAdmin();
  const [{ code }, { period: chosen }] = [await params, await searchParams];
  const found = await getKind(actor, code);
  if (!found) notFound();
  const language = await getLanguage();
  const [t, words, unit, documents, numbers] = await Promise.all([
    getWords("admin.requestKind"),
    getWords("admin"),
    getWords("admin.unit"),
    listDocumentChoices(actor, language),
    documentNumbers(actor),
  ]);
  const { periods, acts } = found;
  const today = dayOf(new Date());
  const upcoming = periods.find(({ id, validFrom }) => id === chosen && validFrom > today);
  const period = upcoming ?? periods.find(({ isCurrent }) => isCurrent) ?? periods[0]!;
  const isOpen = isOpenToCorrect(period, today);
  return (
    <Page
      title={language === "vi" ? period.nameVi : period.nameEn}
      lead={<span className="mono">{period.code}</span>}
      aside={
        <>
          {upcoming ? <Badge tone="blue">{words("upcoming")}</Badge> : null}
          <ConfirmState verify={period.verify} />
          {period.verify ? (
            <ConfirmForm of="kind" id={period.id} version={period.version} source={period.source} />
          ) : null}
        </>
      }
    >
      <div className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-start">
        <Card title={t(upcoming ? "correct" : isOpen ? "correctToday" : "newPeriod")}>
          <KindPeriodForm
            key={period.id}
            period={period}
            documents={documents}
            from={isOpen ? period.validFrom : dayAfter(today)}
            isOpen={isOpen}
          />
        </Card>
        <div className="stack">
          <Card title={t("periods")}>
            <ul className="stack-2">
              {periods.map((one) => (
                <li key={one.id} className="stack-1 t13">
                  <span className="row wrap between">
                    {one.isCurrent ? (
                      <Link className="fw6" href={paths.adminRequestKind(one.code)}>
                        {t("current")}
                      </Link>
                    ) : one.validFrom > today ? (
                      <Link className="fw6" href={paths.adminRequestKind(one.code, one.id)}>
                        {t("upcoming")}
                      </Link>
                    ) : (
                      <b className="fw6">{t("other")}</b>
                    )}
                    <ValidDays from={one.validFrom} to={one.validTo} />
                  </span>
                  <span className="mut">{one.documentVi}</span>
                  {one.maxHold ? (
                    <span className="mut">
                      {t("maxHoldIs", { value: one.maxHold.value, unit: unit(one.maxHold.unit) })}
                    </span>
                  ) : null}
                  <span className="mut t12">{readableSource(one.source, numbers)}</span>
                  {one.verify && one.id !== period.id ? (
                    <span className="row wrap between">
                      <ConfirmState verify />
                      <ConfirmForm of="kind" id={one.id} version={one.version} source={one.source} />
                    </span>
                  ) : null}
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
