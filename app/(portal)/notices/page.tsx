import type { Metadata } from "next";
import { BellOff } from "@/components/icons/bell-off";
import { Live } from "@/components/notices/live";
import { NoticeList } from "@/components/notices/notice-list";
import { ReadAllButton } from "@/components/notices/read-all-button";
import { BrowserWords } from "@/components/ui/browser-words";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { FilterCheck, FilterForm, FilterSelect } from "@/components/ui/filter-form";
import { Page } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { requireActor } from "@/lib/access/current-actor";
import { getWords } from "@/lib/i18n/words";
import { noticeGroups } from "@/lib/notices/kinds";
import { listNotices } from "@/lib/notices/queries";
import { noticeFilter, noticeShows } from "@/lib/notices/schema";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("notices"))("title") };
}

/** What the reader was told in the capacity in which he acts. */
export default async function NoticesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const filter = noticeFilter.parse(await searchParams);
  const now = new Date().toISOString();
  const [t, page] = await Promise.all([getWords("notices"), listNotices(actor, filter)]);
  const { group, urgent, show } = filter;
  const isFiltered = Boolean(group || urgent);
  const address = (change: Record<string, string>) =>
    paths.noticesWith(
      new URLSearchParams({
        ...(show === "unread" ? {} : { show }),
        ...(group ? { group } : {}),
        ...(urgent ? { urgent } : {}),
        ...change,
      }).toString(),
    );
  return (
    <BrowserWords names={["notices", "mail.kind"]}>
      <Live own />
      <Page
        title={t("title")}
        lead={t("lead")}
        aside={
          <>
            <ButtonLink href={paths.noticePreferences}>{t("preferences")}</ButtonLink>
            {show === "unread" && page.rows.length > 0 ? <ReadAllButton to={now} /> : null}
          </>
        }
      >
        <div className="stack">
          <Tabs
            label={t("show.label")}
            tabs={noticeShows.map((one) => ({
              href: one === "unread" ? paths.notices : paths.noticesWith(`show=${one}`),
              label: t(`show.${one}`),
              current: one === show,
            }))}
          />
          <FilterForm
            value={{ group, urgent, show }}
            action={paths.notices}
            apply={t("apply")}
            clear={
              isFiltered
                ? {
                    href: show === "unread" ? paths.notices : paths.noticesWith(`show=${show}`),
                    label: t("clear"),
                  }
                : null
            }
          >
            {show === "unread" ? null : <input type="hidden" name="show" value={show} />}
            <FilterSelect
              label={t("group")}
              name="group"
              defaultValue={group ?? ""}
              placeholder={t("anyGroup")}
              choices={noticeGroups.map((value) => ({ value, label: t(`groups.${value}`) }))}
            />
            <FilterCheck label={t("urgentOnly")} name="urgent" value={urgent} />
          </FilterForm>
          {page.rows.length === 0 ? (
            <Empty
              icon={<BellOff className="i i-20" aria-hidden />}
              title={t(isFiltered ? "empty.filtered" : `empty.${show}`)}
            >
              {isFiltered ? null : t(`emptyText.${show}`)}
            </Empty>
          ) : (
            <NoticeList rows={page.rows} now={now} />
          )}
          <Pager
            previous={page.previous && address({ before: page.previous })}
            next={page.next && address({ after: page.next })}
            shown={page.rows.length}
          />
        </div>
      </Page>
    </BrowserWords>
  );
}
