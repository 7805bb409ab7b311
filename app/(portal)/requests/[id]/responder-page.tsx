import { ChevronLeft } from "@/components/icons/chevron-left";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { DutyFacts } from "@/components/duty/duty-facts";
import { Live } from "@/components/notices/live";
import { AssignMenu } from "@/components/queue/assign-menu";
import { ObjectionButton } from "@/components/authenticity/objection-dialog";
import { ClaimButton } from "@/components/queue/claim-button";
import { ResponderView } from "@/components/requests/responder-view";
import type { Actor } from "@/lib/access/actor";
import { getDraft } from "@/lib/drafts/queries";
import { objectionDraft } from "@/lib/requests/notified/draft-key";
import { listCalls } from "@/lib/duty/call-queries";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";
import type { ItemPage } from "@/lib/requests/item-page";
import { kindOf } from "@/lib/requests/kinds";
import { listColleagues, listInstitutions } from "@/lib/requests/desk/choices";
import { getReceivedRequest } from "@/lib/requests/desk/queries";
import { hasMinutesOf } from "@/lib/requests/letters/queries";

/** The page of a request for whoever is asked or was notified. What is not his to see is not found. */
export async function ResponderPage({
  actor,
  id,
  items,
  before,
}: {
  actor: Actor;
  id: string;
  items?: ItemPage;
  /** The line of the talk before which to go on. */
  before?: string;
}) {
  const found = await getReceivedRequest(actor, id, items, before);
  if (!found) notFound();
  const { thread, amendments, ...request } = found;
  const assigns = request.offers.includes("assign");
  const [institutions, colleagues, hasMinutes, calls] = await Promise.all([
    request.offers.includes("answer") ? listInstitutions(actor, kindOf(request.kindCode)) : [],
    assigns ? listColleagues(actor) : [],
    request.isDesk && kindOf(request.kindCode).hold === "freeze" ? hasMinutesOf(actor, id) : false,
    request.isDesk ? listCalls(actor, id) : [],
  ]);
  const claims =
    request.proof.genuine && (request.offers.includes("acknowledge") || request.offers.includes("take"));
  const objects =
    request.offers.includes("object") && request.objections.every(({ reply }) => reply !== null);
  const draft = objects ? await getDraft(actor, objectionDraft(id)) : null;
  const acts =
    claims || assigns || objects ? (
      <>
        {objects ? <ObjectionButton requestId={request.id} what="object" draft={draft} /> : null}
        {claims ? <ClaimButton request={request} size="md" withKey={!assigns} /> : null}
        {assigns ? (
          <AssignMenu
            request={request}
            colleagues={colleagues}
            assigneeId={request.assignee?.membershipId ?? null}
          />
        ) : null}
      </>
    ) : null;
  const t = await getWords("queue.notified");
  const back = request.isDesk ? null : (
    <div className="page pb-0 no-print">
      <Link className="row g1 t13" href={paths.notified}>
        <ChevronLeft className="i i-14" aria-hidden />
        {t("back")}
      </Link>
    </div>
  );
  return (
    <>
      {back}
      <ResponderView
        request={request}
        institutions={institutions}
        acts={acts}
        live={<Live />}
        thread={thread}
        amendments={amendments.lines}
        hasMinutes={hasMinutes}
        duty={<DutyFacts calls={calls} />}
      />
    </>
  );
}
