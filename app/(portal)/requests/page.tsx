import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Live } from "@/components/notices/live";
import { PoliceRequests } from "@/components/requests/police-requests";
import { BrowserWords } from "@/components/ui/browser-words";
import { hasRole } from "@/lib/access/actor";
import { requirePolice } from "@/lib/access/require-side";
import { placeOf } from "@/lib/requests/handover/queries";
import { pack } from "@/lib/packed";
import { paths } from "@/lib/paths";
import { queryOf } from "@/lib/requests/list-out/filter";
import { policeRequestFilter, requestViews, type PoliceRequestFilter } from "@/lib/requests/police/filter";
import { offeredKinds } from "@/lib/requests/kinds";
import { countPoliceRequests, listAddressees, listPoliceRequests } from "@/lib/requests/police/list";

const words = [
  "kinds",
  "requests.climbed",
  "suspicion.chip",
  "bulk",
  "handover",
  "notices",
  "search.inList",
  "search.title",
  "sheets.requests.open",
  ...[
    "answeredOf",
    "columns",
    "empty",
    "emptyHint",
    "list",
    "title",
    "toCases",
    "filter",
    "views",
    "heldOf",
    "items",
    "noAmount",
    "unreadMessages",
    "clock",
    "status",
    "urgency",
  ].map((name) => `requests.${name}`),
];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests"))("title") };
}

function addressOf(
  { after: _after, before: _before, ...filter }: PoliceRequestFilter,
  change: Record<string, string>,
): string {
  const kept = Object.entries({ ...filter, ...change }).filter(
    (pair): pair is [string, string] => typeof pair[1] === "string",
  );
  return `${paths.requests}?${new URLSearchParams(kept).toString()}`;
}

/** The requests of the unit: what is not answered first, by time left. */
export default async function RequestsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requirePolice();
  const filter = policeRequestFilter.parse(await searchParams);
  const [t, late] = await Promise.all([getTranslations("requests"), getTranslations("atRisk")]);
  const [page, counts, addressees] = await Promise.all([
    listPoliceRequests(actor, filter),
    countPoliceRequests(actor),
    listAddressees(actor),
  ]);
  const tabs = requestViews.map((view) => ({
    href: `${paths.requests}?view=${view}`,
    label: t(`views.${view}`),
    current: filter.view === view,
    count: view in counts ? counts[view as keyof typeof counts] : undefined,
  }));
  return (
    <BrowserWords names={words}>
      <Live />
      <PoliceRequests
        rows={pack(page.rows)}
        filter={filter}
        tabs={tabs}
        kindCodes={offeredKinds}
        addressees={addressees}
        mayHandOver={placeOf(actor) !== null}
        mayAct={hasRole(actor, "investigator", "commander")}
        sheetQuery={queryOf(filter)}
        risk={filter.view === "open" ? late("link") : null}
        previous={page.previous ? addressOf(filter, { before: page.previous }) : null}
        next={page.next ? addressOf(filter, { after: page.next }) : null}
      />
    </BrowserWords>
  );
}
