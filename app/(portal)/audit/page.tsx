import { FileSearch } from "@/components/icons/file-search";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { EventFilters } from "@/components/audit/event-filters";
import { EventTable } from "@/components/audit/event-table";
import { VerifyPanel } from "@/components/audit/verify-panel";
import { BrowserWords } from "@/components/ui/browser-words";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { Actor } from "@/lib/access/actor";
import { requireActor } from "@/lib/access/current-actor";
import { may } from "@/lib/access/policy";
import { getActorName, listEvents } from "@/lib/audit/queries";
import { type AuditFilter, readAuditFilter } from "@/lib/audit/schema";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("audit"))("title") };
}

/** Rights first, outside the part that streams: whoever is no auditor gets a plain "not found". */
export default async function AuditPage({ searchParams }: PageProps<"/audit">) {
  const actor = await requireActor();
  if (!may(actor, "audit.read")) notFound();
  const raw = await searchParams;
  const question = readAuditFilter(raw);
  const { filter } = question;
  const asked = readAuditFilter({ ...raw, code: "", from: "", to: "" }).filter;
  const [t, actorName] = await Promise.all([
    getWords("audit"),
    asked?.actor ? getActorName(actor, asked.actor) : null,
  ]);
  return (
    <BrowserWords names={["audit", "errors", "events"]}>
      <Page title={t("title")} lead={t("lead")}>
        <div className="stack">
          <VerifyPanel />
          <EventFilters
            key={`filters ${JSON.stringify(raw)}`}
            question={question}
            kept={{ group: asked?.group, organisation: asked?.organisation, term: asked?.term }}
            actor={asked?.actor && actorName ? { id: asked.actor, name: actorName } : null}
          />
          {filter ? (
            <Suspense
              key={`events ${JSON.stringify(filter)}`} // Siblings: alike, both keys would be one, and the filters would stand twice.
              fallback={<SkeletonRows label={t("loading")} rows={10} />}
            >
              <Events actor={actor} filter={filter} />
            </Suspense>
          ) : (
            <Empty icon={<FileSearch className="i i-24" aria-hidden />} title={t("empty.unread")}>
              {t("empty.unreadText")}
            </Empty>
          )}
        </div>
      </Page>
    </BrowserWords>
  );
}

async function Events({ actor, filter }: { actor: Actor; filter: AuditFilter }) {
  const [t, page] = await Promise.all([getWords("audit"), listEvents(actor, filter)]);
  if (!page || page.rows.length === 0) {
    return (
      <Empty icon={<FileSearch className="i i-24" aria-hidden />} title={t("empty.title")}>
        {t("empty.text")}
      </Empty>
    );
  }
  return (
    <div className="card clip">
      <EventTable rows={page.rows} />
      <Pager
        previous={page.previous && addressOf(filter, { before: page.previous })}
        next={page.next && addressOf(filter, { after: page.next })}
        shown={page.rows.length}
      />
    </div>
  );
}

/** The same filter at another place of the list. */
function addressOf(
  { after: _after, before: _before, ...asked }: AuditFilter,
  cursor: Record<string, string>,
): string {
  const given = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return `${paths.audit}?${new URLSearchParams({ ...(Object.fromEntries(given) as Record<string, string>), ...cursor }).toString()}`;
}
