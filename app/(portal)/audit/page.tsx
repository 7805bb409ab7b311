import { FileSearch } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EventFilters } from "@/components/audit/event-filters";
import { EventTable } from "@/components/audit/event-table";
import { VerifyPanel } from "@/components/audit/verify-panel";
import { BrowserWords } from "@/components/ui/browser-words";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { requireActor } from "@/lib/access/current-actor";
import { getActorName, listEvents } from "@/lib/audit/queries";
import { auditFilter } from "@/lib/audit/schema";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("audit"))("title") };
}

export default async function AuditPage({ searchParams }: PageProps<"/audit">) {
  const actor = await requireActor();
  const filter = auditFilter.parse(await searchParams);
  const [t, page, actorName] = await Promise.all([getWords("audit"), listEvents(actor, filter), filter.actor ? getActorName(actor, filter.actor) : null]);
  if (!page) notFound();
  const { after: _after, before: _before, ...asked } = filter;
  const address = (cursor: Record<string, string>) => `${paths.audit}?${new URLSearchParams({ ...(Object.fromEntries(Object.entries(asked).filter(([, value]) => value)) as Record<string, string>), ...cursor }).toString()}`;
  return (
    <BrowserWords names={["audit", "events"]}>
      <Page title={t("title")} lead={t("lead")}>
        <div className="stack">
          <VerifyPanel />
          <EventFilters filter={filter} actorName={actorName} />
          {page.rows.length === 0 ? (
            <Empty icon={<FileSearch className="i i-24" aria-hidden />} title={t("empty.title")}>
              {t("empty.text")}
            </Empty>
          ) : (
            <div className="card clip">
              <EventTable rows={page.rows} />
              <Pager previous={page.previous && address({ before: page.previous })} next={page.next && address({ after: page.next })} shown={page.rows.length} />
            </div>
          )}
        </div>
      </Page>
    </BrowserWords>
  );
}
