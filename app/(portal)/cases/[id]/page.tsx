import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { History } from "@/components/audit/history";
import { CaseHead, caseTabs } from "@/components/cases/case-head";
import { DocumentsTab } from "@/components/cases/documents/documents-tab";
import { LedgerCard } from "@/components/cases/ledger-card";
import { PaymentTable, TransferTable } from "@/components/cases/money-tables";
import { NoteCard } from "@/components/cases/note-card";
import { SummaryCards, VictimCard } from "@/components/cases/summary-cards";
import { TargetCard } from "@/components/cases/target-card";
import { TrailCard } from "@/components/trail/trail-card";
import { BundleLink } from "@/components/letters/bundle-link";
import { Live } from "@/components/notices/live";
import { CaseHolds } from "@/components/release/case-holds";
import { PoliceRequestTable } from "@/components/requests/police-request-table";
import { RequestSheetLink } from "@/components/requests/request-sheet-link";
import { BrowserWords } from "@/components/ui/browser-words";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Note } from "@/components/ui/note";
import { requirePolice } from "@/lib/access/require-side";
import { countDocuments, listDocuments } from "@/lib/cases/documents/queries";
import { documentFilter } from "@/lib/cases/documents/schema";
import { getCase, getCaseFormOptions, listColleagues } from "@/lib/cases/queries";
import { getDraft } from "@/lib/drafts/queries";
import { getLanguage } from "@/lib/i18n/words";
import { getCaseLedger } from "@/lib/money/queries";
import { layoutOf } from "@/lib/money/trail/layout";
import { getTrail } from "@/lib/money/trail/queries";
import { pack } from "@/lib/packed";
import { paths } from "@/lib/paths";
import { queryOf } from "@/lib/requests/list-out/filter";
import { listRequestsOfCase } from "@/lib/requests/police/list-of-case";

const address = z.object({ id: z.uuid() });
const query = z.object({ tab: z.enum(caseTabs).catch("summary") });

const unsigned = ["DRAFT", "PENDING_SIGNATURE", "DISCARDED"];

/** The title names no case: tabs and histories of a browser are seen by others. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cases"))("title") };
}

/** One case: what is known, what was asked, where the money is, what happened. */
export default async function CasePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requirePolice();
  const parsed = address.safeParse(await params);
  if (!parsed.success) notFound();
  const asked = await searchParams;
  const [language, { tab }, filter] = [await getLanguage(), query.parse(asked), documentFilter.parse(asked)];
  const record = await getCase(actor, parsed.data.id, language);
  if (!record) notFound();
  const t = await getTranslations("cases");
  const [requests, summed, options, colleagues, note, documents] = await Promise.all([
    listRequestsOfCase(actor, record.id),
    tab === "summary" ? getCaseLedger(actor, record.id) : null,
    tab === "targets" ? getCaseFormOptions(actor, language) : null,
    record.may.appoint ? listColleagues(actor, record.unitId) : [],
    tab === "notes" && record.may.edit ? getDraft(actor, `note:${record.id}`) : null,
    tab === "documents" ? listDocuments(actor, record.id, filter) : null,
  ]);
  const trail = tab === "money" ? await getTrail(actor, record.id) : null;
  const layout = trail && trail.edges.length > 0 ? await layoutOf(trail) : null;
  const ledger = summed ?? trail?.ledger ?? null;
  const signed = requests.filter(({ status }) => !unsigned.includes(status));
  const targets = signed.length > 0 ? signed.reduce((sum, { itemCount }) => sum + itemCount, 0) : null;
  const papers = documents
    ? Object.values(documents.counts).reduce((sum, count) => sum + count, 0)
    : await countDocuments(actor, record.id);
  const requestTable =
    requests.length > 0 ? (
      <Card
        flush
        title={t("tabs.requests")}
        aside={<RequestSheetLink query={queryOf({ view: "all", case: record.id })} size="sm" />}
      >
        <div className="scroll-x" tabIndex={0}>
          <PoliceRequestTable caption={t("tabs.requests")} rows={pack(requests)} inCase />
        </div>
      </Card>
    ) : (
      <Empty
        title={t("requests.empty")}
        action={
          record.may.draftRequest ? (
            <ButtonLink href={paths.newRequest(record.id)}>{t("detail.newRequest")}</ButtonLink>
          ) : null
        }
      >
        {t("requests.emptyHint")}
      </Empty>
    );
  return (
    <BrowserWords
      names={[
        "cases",
        "requests",
        "kinds",
        "targets",
        "events",
        "outcomes",
        "files",
        "drafts",
        "errors",
        "money",
        "notices",
        "suspicion.chip",
        "deconfliction",
        "sheets.requests.open",
        ...(tab === "money" ? ["release"] : []),
        ...(layout ? ["trail", "cascade"] : []),
      ]}
    >
      <Live />
      <CaseHead
        record={record}
        tab={tab}
        requests={requests.length}
        documents={papers}
        targets={targets}
        colleagues={colleagues}
      />
      <div className="cs-grid">
        <div className="stack">
          {record.restricted ? <Note tone="amber">{t("detail.sealed")}</Note> : null}
          {tab === "summary" ? (
            <>
              {requestTable}
              {ledger && ledger.reported !== "0" ? (
                <LedgerCard ledger={ledger} reportedLoss={record.reportedLoss} />
              ) : null}
              <SummaryCards record={record} />
            </>
          ) : null}
          {tab === "payments" ? (
            <>
              <PaymentTable payments={record.payments} />
              <VictimCard record={record} />
            </>
          ) : null}
          {options ? <TargetCard record={record} institutions={options.institutions} /> : null}
          {tab === "requests" ? requestTable : null}
          {tab === "requests" && targets !== null ? (
            <BundleLink caseId={record.id} targets={targets} />
          ) : null}
          {tab === "money" && ledger ? (
            <>
              {trail && layout ? <TrailCard view={trail} layout={layout} /> : null}
              <LedgerCard ledger={ledger} reportedLoss={record.reportedLoss} />
              <CaseHolds actor={actor} caseId={record.id} />
              <TransferTable transfers={record.transfers} />
            </>
          ) : null}
          {documents ? (
            <DocumentsTab
              caseId={record.id}
              page={documents}
              filter={filter}
              mayAdd={record.may.edit}
              targets={targets}
            />
          ) : null}
          {tab === "notes" ? (
            <NoteCard caseId={record.id} notes={record.notes} mayWrite={record.may.edit} draft={note} />
          ) : null}
        </div>
        <aside className="cs-side">
          <Card title={t("detail.history")}>
            <div className="side-scroll" tabIndex={0} role="region" aria-label={t("detail.history")}>
              {record.history.length > 0 ? (
                <History lines={record.history} label={t("detail.history")} withCode />
              ) : (
                <p className="t13 mut">{t("detail.historyEmpty")}</p>
              )}
            </div>
          </Card>
        </aside>
      </div>
    </BrowserWords>
  );
}
