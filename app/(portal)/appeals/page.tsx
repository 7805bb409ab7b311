import { Scale } from "@/components/icons/scale";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Live } from "@/components/notices/live";
import { AppealTable } from "@/components/release/appeal-table";
import { DeskTabs, ReleaseTabs } from "@/components/release/release-tabs";
import { BrowserWords } from "@/components/ui/browser-words";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { hasRole } from "@/lib/access/actor";
import { requireAppealSide } from "@/lib/access/require-money-side";
import { pack } from "@/lib/packed";
import { paths } from "@/lib/paths";
import { countOpenAppeals, listAppeals } from "@/lib/release/appeal-list";
import { appealFilter, appealViews } from "@/lib/release/filter";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appeals"))("title") };
}

/** Appeals of account holders: the unit's, or those that were brought to the desk. */
export default async function AppealsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { actor, isDesk } = await requireAppealSide();
  const filter = appealFilter.parse(await searchParams);
  const t = await getTranslations("appeals");
  const [page, open] = await Promise.all([listAppeals(actor, filter), countOpenAppeals(actor)]);
  const to = (name: "after" | "before", edge: string | null) =>
    edge ? `${paths.appeals}?${new URLSearchParams({ view: filter.view, [name]: edge }).toString()}` : null;
  const add = hasRole(actor, "analyst") ? null : (
    <ButtonLink look="primary" href={paths.newAppeal}>
      {t("new")}
    </ButtonLink>
  );
  return (
    <BrowserWords names={["appeals", "release", "notices"]}>
      <Live />
      <Page title={t("title")} lead={t(isDesk ? "deskLead" : "lead")} aside={add}>
        <div className="stack">
          {isDesk ? (
            <DeskTabs current="appeals" appeals={open} />
          ) : (
            <ReleaseTabs current="appeals" appeals={open} />
          )}
          <Tabs
            label={t("views.label")}
            tabs={appealViews.map((view) => ({
              href: `${paths.appeals}?view=${view}`,
              label: t(`views.${view}`),
              current: filter.view === view,
            }))}
          />
          {page.rows.length > 0 ? (
            <div className="card clip">
              <AppealTable rows={pack(page.rows)} isDesk={isDesk} />
            </div>
          ) : (
            <Empty icon={<Scale className="i i-24" aria-hidden />} title={t("empty")}>
              {t("emptyText")}
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
