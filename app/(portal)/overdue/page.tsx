import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EscalationTable } from "@/components/ladder/escalation-table";
import { OverdueSums } from "@/components/ladder/overdue-sums";
import { Live } from "@/components/notices/live";
import { BrowserWords } from "@/components/ui/browser-words";
import { Page } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { requireActor } from "@/lib/access/current-actor";
import { getWords } from "@/lib/i18n/words";
import { listEscalations, overdueSums } from "@/lib/ladder/queries";
import { mayOversee } from "@/lib/ladder/rules";
import { overdueFilter } from "@/lib/ladder/schema";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("ladder"))("title") };
}

/** What climbed to one's organisation: overdue answers by organisation and rung, without anything of a case. */
export default async function OverduePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  if (!mayOversee(actor)) notFound();
  const filter = overdueFilter.parse(await searchParams);
  const [t, page, sums] = await Promise.all([
    getWords("ladder"),
    listEscalations(actor, filter),
    overdueSums(actor),
  ]);
  const address = (change: Record<string, string>) => {
    const query = new URLSearchParams({
      ...(filter.show === "open" ? {} : { show: filter.show }),
      ...change,
    });
    if (query.get("show") === "open") query.delete("show");
    return query.size > 0 ? `${paths.overdue}?${query.toString()}` : paths.overdue;
  };
  return (
    <BrowserWords names={["ladder", "kinds", "notices"]}>
      <Live />
      <Page title={t("title")} lead={t("lead")}>
        <OverdueSums sums={sums} />
        <Tabs
          label={t("show.label")}
          tabs={(["open", "all"] as const).map((show) => ({
            href: address({ show }),
            label: t(`show.${show}`),
            current: show === filter.show,
          }))}
        />
        <div className="card clip">
          <EscalationTable rows={page.rows} />
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
