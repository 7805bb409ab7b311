import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnsweredTable } from "@/components/queue/answered-table";
import { BrowserWords } from "@/components/ui/browser-words";
import { Page } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { answersRequests } from "@/lib/access/actor";
import { requireActor } from "@/lib/access/current-actor";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";
import { listAnswered } from "@/lib/requests/queue/queries";
import { queueFilter } from "@/lib/requests/queue/filter";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("queue"))("history.title") };
}

export default async function AnsweredPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  if (!answersRequests(actor)) notFound();
  const filter = queueFilter.parse(await searchParams);
  const [t, page] = await Promise.all([getWords("queue"), listAnswered(actor, filter, false)]);
  const to = (name: "after" | "before", edge: string | null) =>
    edge ? `${paths.answered}?${name}=${edge}` : null;
  return (
    <BrowserWords names={["queue", "kinds", "requests", "suspicion.chip"]}>
      <Page title={t("history.title")} lead={t("history.lead")}>
        <div className="card clip">
          <AnsweredTable rows={page.rows} />
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
