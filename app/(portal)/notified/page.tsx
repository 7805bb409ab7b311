import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Live } from "@/components/notices/live";
import { NotifiedFilters } from "@/components/requests/notified-filters";
import { NotifiedTable } from "@/components/requests/notified-table";
import { BrowserWords } from "@/components/ui/browser-words";
import { Page } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { hasRole } from "@/lib/access/actor";
import { requireActor } from "@/lib/access/current-actor";
import { getWords } from "@/lib/i18n/words";
import { kindOf, offeredKinds } from "@/lib/requests/kinds";
import { notifiedAddress } from "@/lib/requests/notified/address";
import { listNotified } from "@/lib/requests/notified/queries";
import { notifiedFilter, notifiedShows } from "@/lib/requests/notified/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("queue"))("notified.title") };
}

export default async function NotifiedPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  if (!hasRole(actor, "prosecutor")) notFound();
  const filter = notifiedFilter.parse(await searchParams);
  const [t, words, page] = await Promise.all([
    getWords("queue"),
    getWords("authenticity.notified"),
    listNotified(actor, filter),
  ]);
  const to = (name: "after" | "before", cursor: string | null) =>
    cursor ? notifiedAddress(filter, { [name]: cursor }) : null;
  return (
    <BrowserWords names={["queue", "kinds", "requests", "notices", "authenticity.notified"]}>
      <Live />
      <Page title={t("notified.title")} lead={t("notified.lead")}>
        <div className="stack">
          <Tabs
            label={words("show.label")}
            tabs={notifiedShows.map((show) => ({
              href: notifiedAddress(filter, { show }),
              label: words(`show.${show}`),
              current: show === filter.show,
            }))}
          />
          <NotifiedFilters
            value={filter}
            kindCodes={offeredKinds.filter((code) => kindOf(code).notifiesProcuracy)}
          />
          <div className="card clip">
            <NotifiedTable
              rows={page.rows}
              isFiltered={Boolean(filter.kind ?? filter.code) || filter.show !== "all"}
            />
          </div>
          <Pager
            previous={to("before", page.previous)}
            next={to("after", page.next)}
            shown={page.rows.length}
          />
        </div>
      </Page>
    </BrowserWords>
  );
}
