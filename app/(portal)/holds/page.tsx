import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Live } from "@/components/notices/live";
import { HoldDesk } from "@/components/release/hold-desk";
import { HoldFilters } from "@/components/release/hold-filters";
import { ReleaseTabs } from "@/components/release/release-tabs";
import { BrowserWords } from "@/components/ui/browser-words";
import { Page } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { may } from "@/lib/access/policy";
import { requirePolice } from "@/lib/access/require-side";
import { pack } from "@/lib/packed";
import { paths } from "@/lib/paths";
import { countOpenAppeals } from "@/lib/release/appeal-list";
import { holdFilter, holdQuery, type HoldFilter } from "@/lib/release/filter";
import { listHolders, listHolds, sumHolds } from "@/lib/release/list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("release"))("title") };
}

const addressOf = (filter: HoldFilter, side: "after" | "before", edge: string | null) => {
  const query = new URLSearchParams(holdQuery(filter));
  if (edge) query.set(side, edge);
  return edge ? `${paths.holds}?${query.toString()}` : null;
};

/** What is held for the unit now: the soonest end first, with what the list adds up to. */
export default async function HoldsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requirePolice();
  const filter = holdFilter.parse(await searchParams);
  const t = await getTranslations("release");
  const [page, sums, holders, appeals] = await Promise.all([
    listHolds(actor, filter),
    sumHolds(actor, filter),
    listHolders(actor),
    countOpenAppeals(actor),
  ]);
  return (
    <BrowserWords names={["release", "kinds", "notices", "errors", "requests.status"]}>
      <Live />
      <Page title={t("title")} lead={t("lead")}>
        <div className="stack">
          <h2 className="h1 print-only">{t("title")}</h2>
          <ReleaseTabs current="active" appeals={appeals} />
          <HoldFilters value={filter} holders={holders} />
          <HoldDesk
            key={holdQuery(filter)}
            rows={pack(page.rows)}
            sums={sums}
            filter={filter}
            mayDraft={may(actor, "hold.order")}
            reader={actor.membershipId}
          >
            <Pager
              shown={page.rows.length}
              previous={addressOf(filter, "before", page.previous)}
              next={addressOf(filter, "after", page.next)}
            />
          </HoldDesk>
        </div>
      </Page>
    </BrowserWords>
  );
}
