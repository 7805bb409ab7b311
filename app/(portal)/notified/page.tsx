import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Live } from "@/components/notices/live";
import { NotifiedTable } from "@/components/requests/notified-table";
import { BrowserWords } from "@/components/ui/browser-words";
import { Page } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { hasRole } from "@/lib/access/actor";
import { requireActor } from "@/lib/access/current-actor";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";
import { listNotified } from "@/lib/requests/notified/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("queue"))("notified.title") };
}

const edge = z.string().max(600).optional().catch(undefined);
const filterOf = z.object({ after: edge, before: edge });

export default async function NotifiedPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  if (!hasRole(actor, "prosecutor")) notFound();
  const [t, page] = await Promise.all([
    getWords("queue"),
    listNotified(actor, filterOf.parse(await searchParams)),
  ]);
  const to = (name: "after" | "before", cursor: string | null) =>
    cursor ? `${paths.notified}?${name}=${cursor}` : null;
  return (
    <BrowserWords names={["queue", "kinds", "requests", "notices"]}>
      <Live />
      <Page title={t("notified.title")} lead={t("notified.lead")}>
        <div className="card clip">
          <NotifiedTable rows={page.rows} />
        </div>
        <Pager
          previous={to("before", page.previous)}
          next={to("after", page.next)}
          shown={page.rows.length}
        />
      </Page>
    </BrowserWords>
  );
}
