import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AtRiskCard } from "@/components/league/at-risk-card";
import { AnsweredFilters } from "@/components/queue/answered-filters";
import { AnsweredList } from "@/components/queue/answered-list";
import { DeskReport } from "@/components/queue/desk-report";
import { BrowserWords } from "@/components/ui/browser-words";
import { ButtonLink } from "@/components/ui/button-link";
import { Page } from "@/components/ui/page";
import { answersRequests, managesDesk } from "@/lib/access/actor";
import { requireActor } from "@/lib/access/current-actor";
import { may } from "@/lib/access/policy";
import { getWords } from "@/lib/i18n/words";
import { getAtRisk } from "@/lib/league/at-risk";
import { pack } from "@/lib/packed";
import { paths } from "@/lib/paths";
import { kindsAskedOf } from "@/lib/requests/kinds";
import { answeredAddress } from "@/lib/requests/queue/address";
import { listAnswered } from "@/lib/requests/queue/answered";
import { answeredFilter, answeredRange } from "@/lib/requests/queue/answered-filter";
import { deskReport } from "@/lib/requests/queue/report";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("queue"))("history.title") };
}

/** What the organisation answered within some days; for its manager with the desk's figures of these days. */
export default async function AnsweredPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  if (!answersRequests(actor)) notFound();
  const filter = answeredFilter.parse(await searchParams);
  const range = answeredRange(filter, new Date());
  const isManager = managesDesk(actor);
  const [t, own, page, report, risk] = await Promise.all([
    getWords("queue"),
    getWords("ownFigures"),
    listAnswered(actor, filter, range),
    isManager ? deskReport(actor, range) : null,
    isManager ? getAtRisk(actor, "desk") : null,
  ]);
  const to = (name: "after" | "before", edge: string | null) =>
    edge ? answeredAddress(filter, { [name]: edge }) : null;
  return (
    <BrowserWords names={["queue", "kinds", "requests", "suspicion.chip", "format.duration"]}>
      <Page
        title={t("history.title")}
        lead={t("history.lead")}
        aside={
          may(actor, "figures.own") ? (
            <ButtonLink href={paths.ownFigures} size="sm">
              {own("toFigures")}
            </ButtonLink>
          ) : null
        }
      >
        <div className="stack">
          <AnsweredFilters filter={filter} range={range} kindCodes={kindsAskedOf(actor.orgKind)} />
          {risk ? <AtRiskCard risk={risk} side="desk" /> : null}
          {report ? <DeskReport report={report} /> : null}
          <AnsweredList
            rows={pack(page.rows)}
            range={range}
            previous={to("before", page.previous)}
            next={to("after", page.next)}
          />
        </div>
      </Page>
    </BrowserWords>
  );
}
