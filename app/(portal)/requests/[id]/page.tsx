import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DutyFacts } from "@/components/duty/duty-facts";
import { RequestSteps } from "@/components/ladder/request-steps";
import { Live } from "@/components/notices/live";
import { PoliceView } from "@/components/requests/police-view";
import { BrowserWords } from "@/components/ui/browser-words";
import { requireActor } from "@/lib/access/current-actor";
import { getDeskDuty, listCalls } from "@/lib/duty/call-queries";
import { getDraft } from "@/lib/drafts/queries";
import { objectionDraft } from "@/lib/requests/notified/draft-key";
import { getLanguage } from "@/lib/i18n/words";
import { getRequestSteps } from "@/lib/ladder/request-steps";
import { itemPage } from "@/lib/requests/item-page";
import { kindOf } from "@/lib/requests/kinds";
import { hasMinutesOf } from "@/lib/requests/letters/queries";
import { getPoliceRequest } from "@/lib/requests/police/queries";
import { ResponderPage } from "./responder-page";

const address = z.object({ id: z.uuid() });
const query = z.object({
  items: itemPage,
  before: z.string().max(400).optional().catch(undefined),
});

/** The title names no request: tabs and histories of a browser are seen by others. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests"))("title") };
}

/** One address for both sides: its unit sees the whole, the addressee and the procuracy see what was issued to them. A police unit asks, and another one may ask it for assistance. */
export default async function RequestPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const parsed = address.safeParse(await params);
  if (!parsed.success) notFound();
  const { items, before } = query.parse(await searchParams);
  const received = <ResponderPage actor={actor} id={parsed.data.id} items={items} before={before} />;
  if (actor.orgKind !== "police") return received;
  const found = await getPoliceRequest(actor, parsed.data.id, await getLanguage(), items, before);
  if (!found) return received;
  const { thread, amendments, ...request } = found;
  const hasMinutes = kindOf(request.kindCode).hold === "freeze" && (await hasMinutesOf(actor, request.id));
  const [calls, desk, steps, replyDraft] = await Promise.all([
    listCalls(actor, request.id),
    getDeskDuty(actor, request.id),
    getRequestSteps(actor, request.id),
    request.mayReplyObjection ? getDraft(actor, objectionDraft(request.id)) : null,
  ]);
  return (
    <BrowserWords
      names={[
        "cascade",
        "requests",
        "deadline",
        "promise",
        "answers.recheck",
        "bulk",
        "answers.reroute",
        "kinds",
        "outcomes",
        "events",
        "cases",
        "files",
        "errors",
        "money",
        "targets",
        "notices",
        "suspicion",
        "authenticity",
        "drafts",
      ]}
    >
      <Live />
      <PoliceView
        request={request}
        thread={thread}
        amendments={amendments}
        hasMinutes={hasMinutes}
        replyDraft={replyDraft}
        duty={
          <>
            <DutyFacts calls={calls} desk={desk} />
            <RequestSteps steps={steps} />
          </>
        }
      />
    </BrowserWords>
  );
}
