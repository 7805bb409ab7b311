import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Live } from "@/components/notices/live";
import { SuspicionTable } from "@/components/suspicion/suspicion-table";
import { BrowserWords } from "@/components/ui/browser-words";
import { Page } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { requireActor } from "@/lib/access/current-actor";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";
import { listSuspicions, seesSuspicions } from "@/lib/requests/suspicion/queries";
import { suspicionFilter } from "@/lib/requests/suspicion/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("suspicion.list"))("title") };
}

/** Orders that a desk doubts: commanders decide on those of their units, administrators and auditors see that there are any. */
export default async function SuspicionsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  if (!seesSuspicions(actor)) notFound();
  const filter = suspicionFilter.parse(await searchParams);
  const [t, page] = await Promise.all([getWords("suspicion.list"), listSuspicions(actor, filter)]);
  const address = (change: Record<string, string>) => {
    const query = new URLSearchParams({
      ...(filter.show === "open" ? {} : { show: filter.show }),
      ...change,
    });
    if (query.get("show") === "open") query.delete("show");
    return query.size > 0 ? `${paths.suspicions}?${query.toString()}` : paths.suspicions;
  };
  const shows = ["open", "all"] as const;
  return (
    <BrowserWords names={["suspicion", "notices"]}>
      <Live />
      <Page title={t("title")} lead={t("lead")}>
        <Tabs
          label={t("show.label")}
          tabs={shows.map((show) => ({
            href: address({ show }),
            label: t(`show.${show}`),
            current: show === filter.show,
          }))}
        />
        <div className="card clip">
          <SuspicionTable rows={page.rows} show={filter.show} />
        </div>
        <Pager
          previous={page.previous && address({ before: page.previous })}
          next={page.next && address({ after: page.next })}
          shown={page.rows.length}
        />
      </Page>
    </BrowserWords>
  );
}
