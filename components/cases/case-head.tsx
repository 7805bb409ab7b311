import { Lock } from "@/components/icons/lock";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { Badge } from "@/components/ui/badge";
import { Identifier } from "@/components/ui/identifier";
import { type Tab, Tabs } from "@/components/ui/tabs";
import { TimeLeft } from "@/components/ui/time-left";
import { Timestamp } from "@/components/ui/timestamp";
import type { CaseDetail } from "@/lib/cases/types";
import { paths } from "@/lib/paths";
import { CaseActs } from "./case-acts";
import { CaseMenu } from "./case-menu";
import type { Colleague } from "./appoint-dialog";
import { CaseStatusBadge } from "./case-status";
import { GoldenHour } from "./golden-hour";

export const caseTabs = [
  "summary",
  "payments",
  "targets",
  "requests",
  "money",
  "documents",
  "notes",
] as const;
export type CaseTab = (typeof caseTabs)[number];

/** What this case is, how long is left, what can be done now; then its parts. */
export async function CaseHead({
  record,
  tab,
  requests,
  documents,
  targets,
  colleagues,
}: {
  record: CaseDetail;
  tab: CaseTab;
  requests: number;
  documents: number;
  /** Of all signed letters; null when nothing is signed. */
  targets: number | null;
  colleagues: readonly Colleague[];
}) {
  const t = await getTranslations("cases");
  const lead = record.members.find(({ isLead }) => isLead);
  const clock = record.deadlines.find(({ state }) => state === "running");
  const counts: Partial<Record<CaseTab, number>> = {
    payments: record.payments.length,
    targets: record.targets.length,
    requests,
    documents,
    notes: record.notes.length,
  };
  const tabs = caseTabs.map((name): Tab => ({
    href: `${paths.case(record.id)}?tab=${name}`,
    label: t(`tabs.${name}`),
    current: tab === name,
    count: counts[name],
  }));
  return (
    <header className="cs-head">
      <nav className="t13 mut crumbs">
        <Link href={paths.cases}>{t("title")}</Link> / {record.title}
      </nav>
      <div className="row wrap between">
        <h1 className="h1">{record.title}</h1>
        <div className="row wrap no-print">
          <CaseActs record={record} colleagues={colleagues} />
          <CaseMenu caseId={record.id} targets={targets} />
        </div>
      </div>
      <div className="row wrap ident">
        <Identifier value={record.code} display={record.code} copy />
        <CaseStatusBadge status={record.status} />
        {record.restricted ? (
          <Badge tone="amber" icon={<Lock className="i" aria-hidden />}>
            {t("restricted")}
          </Badge>
        ) : null}
        {clock ? (
          <TimeLeft
            dueAt={clock.dueAt}
            state={clock.state}
            spanMinutes={clock.spanMinutes}
            rule={{ text: clock.text ?? "", basis: clock.basis ?? undefined }}
          />
        ) : null}
        {lead ? (
          <>
            <span className="sep" />
            <span>{t.rich("detail.lead", { name: () => <b>{lead.name}</b> })}</span>
          </>
        ) : null}
        <span className="sep" />
        <span>
          {t(`source.${record.sourceKind}`)}, {t(`channel.${record.channel}`)},{" "}
          <Timestamp at={record.reportedAt} />
        </span>
      </div>
      <GoldenHour
        first={record.firstTransferAt}
        reportedAt={record.reportedAt}
        sentAt={record.firstSentAt}
        heldAt={record.firstHeldAt}
      />
      <div className="scroll-x" tabIndex={0}>
        <Tabs label={t("tabs.label")} tabs={tabs} />
      </div>
    </header>
  );
}
