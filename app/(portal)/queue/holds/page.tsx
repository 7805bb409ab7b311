import { Lock } from "@/components/icons/lock";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Live } from "@/components/notices/live";
import { DeskHoldTable } from "@/components/release/desk-hold-table";
import { DeskTabs } from "@/components/release/release-tabs";
import { BrowserWords } from "@/components/ui/browser-words";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { requireDesk } from "@/lib/access/require-money-side";
import { pack } from "@/lib/packed";
import { paths } from "@/lib/paths";
import { countOpenAppeals } from "@/lib/release/appeal-list";
import { type DeskHoldFilter, deskHoldFilter } from "@/lib/release/filter";
import { listDeskHolds } from "@/lib/release/list";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const titleOf = (view: DeskHoldFilter["view"]) => (view === "ended" ? "titleEnded" : "title");

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { view } = deskHoldFilter.parse(await searchParams);
  return { title: (await getTranslations("release"))(titleOf(view)) };
}

/** What the own organisation holds by order, until when, and what it has let go. */
export default async function DeskHoldsPage({ searchParams }: Props) {
  const actor = await requireDesk();
  const filter = deskHoldFilter.parse(await searchParams);
  const t = await getTranslations("release");
  const [page, appeals] = await Promise.all([listDeskHolds(actor, filter), countOpenAppeals(actor)]);
  const isEnded = filter.view === "ended";
  const to = (name: "after" | "before", edge: string | null) =>
    edge ? `${paths.deskHolds}?${new URLSearchParams({ view: filter.view, [name]: edge }).toString()}` : null;
  return (
    <BrowserWords names={["release", "kinds", "notices"]}>
      <Live />
      <Page title={t(titleOf(filter.view))}>
        <div className="stack">
          <h2 className="h1 print-only">{t(titleOf(filter.view))}</h2>
          <DeskTabs current={filter.view} appeals={appeals} />
          {page.rows.length > 0 ? (
            <div className="card clip rs-held">
              <DeskHoldTable rows={pack(page.rows)} isEnded={isEnded} />
            </div>
          ) : (
            <Empty icon={<Lock className="i i-24" aria-hidden />} title={t(isEnded ? "emptyEnded" : "empty")}>
              {t("emptyDesk")}
            </Empty>
          )}
          <Pager
            shown={page.rows.length}
            previous={to("before", page.previous)}
            next={to("after", page.next)}
          />
        </div>
      </Page>
    </BrowserWords>
  );
}
