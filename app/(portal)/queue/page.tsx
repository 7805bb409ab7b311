import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { QueueKeys } from "@/components/queue/queue-keys";
import { QueuePanel } from "@/components/queue/queue-panel";
import { QueueScreen } from "@/components/queue/queue-screen";
import { BrowserWords } from "@/components/ui/browser-words";
import { requireActor } from "@/lib/access/current-actor";
import { answersRequests, managesDesk } from "@/lib/access/actor";
import { getWords } from "@/lib/i18n/words";
import { kindOf, kindsAskedOf } from "@/lib/requests/kinds";
import { deskFigures, findNextToAnswer, listQueueUnits } from "@/lib/requests/queue/queries";
import { readQueue } from "@/lib/requests/queue/reading";
import { listColleagues, listInstitutions } from "@/lib/requests/desk/choices";
import { getReceivedRequest } from "@/lib/requests/desk/queries";
import { DutyBanner } from "@/components/duty/duty-banner";
import { LazyHandoverNotes } from "@/components/handover/lazy-handover-notes";
import { getDutyAsk } from "@/lib/duty/call-queries";
import { listHandovers, placeOf } from "@/lib/requests/handover/queries";
import { listMentions } from "@/lib/requests/thread/queries";
import { itemPagerLinks } from "@/lib/requests/item-page";
import { queueAddress } from "@/lib/requests/queue/address";
import { nextToAnswer } from "@/lib/requests/queue/next";
import { queueFilter } from "@/lib/requests/queue/filter";

/** What the open request speaks; a queue on its own needs a fraction of it. */
const deskWords = [
  "queue",
  "answers",
  "drafts",
  "kinds",
  "outcomes",
  "errors",
  "money",
  "requests",
  "files",
  "suspicion",
  "authenticity",
  "promise",
];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("queue"))("title") };
}

export default async function QueuePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  if (!answersRequests(actor)) notFound();
  const filter = queueFilter.parse(await searchParams);
  const isManager = managesDesk(actor);
  const [kinds, { rows, reading }, units, open, colleagues, figures, left, mentions, dutyAsk] =
    await Promise.all([
      getWords("kinds"),
      readQueue(actor, filter),
      listQueueUnits(actor),
      filter.open ? getReceivedRequest(actor, filter.open, filter.items) : null,
      isManager ? listColleagues(actor) : [],
      isManager ? deskFigures(actor) : null,
      listHandovers(actor),
      listMentions(actor),
      getDutyAsk(actor),
    ]);
  if (filter.open && !open) notFound();
  const institutions = open?.offers.includes("answer")
    ? await listInstitutions(actor, kindOf(open.kindCode))
    : [];

  const place = rows.findIndex(({ id }) => id === filter.open);
  const neighbour = (index: number) => rows[index] ?? null;
  // The page is looked through first: in nearly every case it knows the next one already.
  const after =
    open &&
    (nextToAnswer(rows, open.id) ??
      (open.offers.includes("answer") ? await findNextToAnswer(actor, filter, open.id) : null));
  const hrefOf = (row: { id: string } | null) => (row ? queueAddress(filter, { open: row.id }) : null);
  const close = queueAddress(filter, { open: null });

  return (
    <BrowserWords
      names={[
        "queue",
        "kinds",
        "requests.status",
        "requests.clock",
        "notices",
        "bulk",
        "handover",
        "suspicion.chip",
      ]}
    >
      <QueueKeys
        closeHref={open ? close : null}
        mayAssign={isManager}
        holder={
          open && !open.offers.includes("answer") && !open.assignee?.mine
            ? (open.assignee?.name ?? null)
            : null
        }
      />
      <div className="lq" data-open={open ? "" : undefined}>
        <QueueScreen
          reading={reading}
          filter={filter}
          units={units}
          kindCodes={kindsAskedOf(actor.orgKind)}
          figures={figures}
          isManager={isManager}
          colleagues={colleagues}
          mayHandOver={placeOf(actor) !== null}
          notes={
            <>
              <DutyBanner ask={dutyAsk} />
              <LazyHandoverNotes rows={left} mentions={mentions} />
            </>
          }
        />
        {open ? (
          <BrowserWords names={deskWords}>
            <QueuePanel
              request={open}
              thread={open.thread}
              amendments={open.amendments.lines}
              institutions={institutions}
              colleagues={colleagues}
              hrefs={{
                close,
                here: queueAddress(filter, { open: open.id }),
                previous: place > 0 ? hrefOf(neighbour(place - 1)) : null,
                next: place >= 0 ? hrefOf(neighbour(place + 1)) : null,
              }}
              pager={itemPagerLinks(open.span, (items) => queueAddress(filter, { items }))}
              next={
                after
                  ? {
                      id: after.id,
                      href: queueAddress(filter, { open: after.id }),
                      words: `${after.unit}, ${kinds(after.kindCode as "ACCOUNT_SUSPEND")}`,
                    }
                  : null
              }
            />
          </BrowserWords>
        ) : null}
      </div>
    </BrowserWords>
  );
}
