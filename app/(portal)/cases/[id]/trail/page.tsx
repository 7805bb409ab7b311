import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { LedgerCard } from "@/components/cases/ledger-card";
import { Live } from "@/components/notices/live";
import { ExportButtons } from "@/components/trail/export-buttons";
import { CascadeButton } from "@/components/cascade/cascade-button";
import { TrailNext } from "@/components/trail/trail-next";
import { TrailScreen } from "@/components/trail/trail-screen";
import { BrowserWords } from "@/components/ui/browser-words";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Identifier } from "@/components/ui/identifier";
import { Link } from "@/components/ui/link";
import { requirePolice } from "@/lib/access/require-side";
import { layoutOf } from "@/lib/money/trail/layout";
import { getTrail } from "@/lib/money/trail/queries";
import { paths } from "@/lib/paths";

const address = z.object({ id: z.uuid() });
const query = z.object({ list: z.literal("all").optional().catch(undefined) });

/** The title names no case: tabs and histories of a browser are seen by others. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("trail"))("title") };
}

/** The money trail of a case on a page of its own, with its ledger by layer underneath. */
export default async function TrailPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requirePolice();
  const parsed = address.safeParse(await params);
  if (!parsed.success) notFound();
  const view = await getTrail(actor, parsed.data.id);
  if (!view) notFound();
  const [t, cases, layout] = await Promise.all([
    getTranslations("trail"),
    getTranslations("cases"),
    layoutOf(view),
  ]);
  const accounts = view.nodes.filter(({ layer }) => layer !== null && layer > 0).length;
  return (
    <BrowserWords names={["trail", "cascade", "kinds", "requests.status", "notices"]}>
      <Live />
      <header className="cs-head cs-head-end">
        <nav className="t13 mut crumbs">
          <Link href={paths.cases}>{cases("title")}</Link> /{" "}
          <Link href={`${paths.case(view.caseId)}?tab=money`}>{view.code}</Link>
        </nav>
        <h1 className="h1">{t("title")}</h1>
        <div className="row wrap ident">
          <Identifier value={view.code} display={view.code} copy />
          <span className="sep" />
          <span>{t("lead", { accounts, layers: view.ledger.layers.length })}</span>
        </div>
        <TrailNext view={view}>
          {view.mayDraft ? <CascadeButton caseId={view.caseId} size="sm" /> : null}
        </TrailNext>
      </header>
      <div className="stack tr-page">
        {view.edges.length === 0 ? (
          <Empty title={t("empty")}>{t("emptyHint")}</Empty>
        ) : (
          <>
            <Card flush className="tr-whole">
              <TrailScreen
                view={view}
                layout={layout}
                wholeList={query.parse(await searchParams).list === "all"}
                acts={<ExportButtons key="export" caseId={view.caseId} rows={accounts} />}
              />
            </Card>
            <LedgerCard ledger={view.ledger} reportedLoss={view.ledger.reported} />
          </>
        )}
      </div>
    </BrowserWords>
  );
}
