import { ArrowLeft } from "@/components/icons/arrow-left";
import { ChevronDown } from "@/components/icons/chevron-down";
import { ChevronUp } from "@/components/icons/chevron-up";
import { X } from "@/components/icons/x";
import { Zap } from "@/components/icons/zap";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";

import { AmendmentList } from "@/components/requests/amendments/amendment-list";
import { ThreadSection } from "@/components/requests/thread/thread-section";
import { ClarificationList } from "@/components/requests/clarification-list";
import { DeadlineStory } from "@/components/requests/deadline/deadline-story";
import { OrderFacts } from "@/components/requests/order-facts";
import { ProofBlock } from "@/components/requests/proof-block";
import { StatedNote } from "@/components/requests/stated-note";
import { TimeChip } from "@/components/requests/time-chip";
import { Badge } from "@/components/ui/badge";
import { Identifier } from "@/components/ui/identifier";
import { Note } from "@/components/ui/note";
import { urgencyTones } from "@/components/requests/urgency-tones";
import { DoubtBadge } from "@/components/suspicion/doubt-badge";
import { paths } from "@/lib/paths";
import type { ItemPagerLinks } from "@/lib/requests/item-page";
import type { Colleague, Institution, ReceivedRequest } from "@/lib/requests/desk/types";
import type { AmendmentView } from "@/lib/requests/amendments/types";
import type { Thread } from "@/lib/requests/thread/types";
import { ClaimButton } from "./claim-button";
import { LazyAnswerDesk, LazyAskHolder, LazyAssignMenu, LazyMarkOpened, LazySentLine } from "./lazy-desk";

type Props = {
  request: ReceivedRequest;
  thread: Thread | null;
  amendments: readonly AmendmentView[];
  institutions: readonly Institution[];
  colleagues: readonly Colleague[];
  hrefs: { close: string; here: string; previous: string | null; next: string | null };
  /** The ways to the targets that are not shown. */
  pager: ItemPagerLinks | null;
  next: { id: string; href: string; words: string } | null;
};

/** The request that is open beside the queue: is it real, what is asked, answer it here. On a phone it covers the list. */
export function QueuePanel({
  request,
  thread,
  amendments,
  institutions,
  colleagues,
  hrefs,
  pager,
  next,
}: Props) {
  const t = useTranslations("queue");
  const talk = useTranslations("thread");
  const kinds = useTranslations("kinds");
  const status = useTranslations("requests.status");
  const isOpen = request.answeredAt === null && request.status !== "WITHDRAWN";
  return (
    <aside className="panel lq-panel" aria-labelledby="open-request">
      <LazyMarkOpened requestId={request.id} />
      <header className="panel-head stack-2">
        <div className="row">
          <Link className="iconbtn narrow" href={hrefs.close} aria-label={t("back")} scroll={false}>
            <ArrowLeft className="i i-20" aria-hidden />
          </Link>
          <h2 className="h2" id="open-request">
            <Link className="quiet-link" href={paths.request(request.id)}>
              {kinds(request.kindCode as "ACCOUNT_SUSPEND")}
            </Link>
          </h2>
          <span className="push" />
          <TimeChip request={request} />
          <span className="row g1 wide">
            <Step
              href={hrefs.previous}
              label={t("previousRequest")}
              icon={<ChevronUp className="i" aria-hidden />}
            />
            <Step
              href={hrefs.next}
              label={t("nextRequest")}
              icon={<ChevronDown className="i" aria-hidden />}
            />
            <Step href={hrefs.close} label={t("close")} icon={<X className="i" aria-hidden />} />
          </span>
        </div>
        <div className="row wrap t13 mut">
          {request.urgency === "normal" ? null : (
            <Badge tone={urgencyTones[request.urgency]} icon={<Zap className="i" aria-hidden />}>
              {t(`urgency.${request.urgency}`)}
            </Badge>
          )}
          <Identifier value={request.code} display={request.code} copy />
          <DoubtBadge doubt={request.doubt} />
          {isOpen ? null : (
            <Badge
              tone={request.status === "NOT_EXECUTED" || request.status === "WITHDRAWN" ? "grey" : "green"}
            >
              {status(request.status as "ANSWERED")}
            </Badge>
          )}
          <LazySentLine sentAt={request.sentAt} openedAt={request.openedAt} />
        </div>
      </header>
      <LazyAnswerDesk
        key={request.id}
        request={request}
        institutions={institutions}
        next={next}
        doneHref={hrefs.close}
        hereHref={hrefs.here}
        pager={pager}
        mayReport={thread?.mayWrite ?? false}
        acts={actsOf(request, colleagues)}
        head={
          <div className="sect stack-2">
            <ProofBlock request={request} />
            {request.answering && !request.answering.mine ? (
              <Note tone="amber" announce>
                {t("otherAnswering", { who: request.answering.name })}
              </Note>
            ) : request.assignee && !request.assignee.mine && isOpen ? (
              <Note
                action={
                  request.offers.includes("answer") || !thread ? undefined : (
                    <LazyAskHolder requestId={request.id} mentions={holders(request, thread)} />
                  )
                }
              >
                {t("heldBy", { who: request.assignee.name })}
              </Note>
            ) : null}
            {request.status === "CLARIFICATION_NEEDED" ? (
              <Note tone="amber">{t("asked.waiting")}</Note>
            ) : null}
            <StatedNote stated={request.stated} status={request.status} />
            <DeadlineStory story={request.deadline} />
          </div>
        }
      >
        <div className="sect stack-2">
          <OrderFacts request={request} />
          {amendments.length > 0 ? <AmendmentList lines={amendments} /> : null}
          {thread ? (
            <section className="stack-2" aria-labelledby="talk">
              <h3 className="h3" id="talk">
                {talk("title")}
              </h3>
              <ThreadSection thread={thread} isSecond={request.offers.includes("answer")} />
            </section>
          ) : (
            <ClarificationList lines={request.clarifications} />
          )}
        </div>
      </LazyAnswerDesk>
    </aside>
  );
}

/** What the foot offers beside the answer: take it, or give it to somebody. */
function actsOf(request: ReceivedRequest, colleagues: readonly Colleague[]): ReactNode {
  const claims =
    request.proof.genuine && (request.offers.includes("acknowledge") || request.offers.includes("take"));
  const assigns = request.offers.includes("assign") && colleagues.length > 0;
  if (!claims && !assigns) return null;
  return (
    <>
      {claims ? <ClaimButton request={request} size="md" withKey={!assigns} /> : null}
      {assigns ? (
        <LazyAssignMenu
          request={request}
          colleagues={colleagues}
          assigneeId={request.assignee?.membershipId ?? null}
        />
      ) : null}
    </>
  );
}

/** Who is asked to give a colleague's request over: he who has it, and who may give it to others. */
const holders = (request: ReceivedRequest, thread: Thread) =>
  thread.colleagues.filter(
    ({ membershipId, manages }) => manages || membershipId === request.assignee?.membershipId,
  );

function Step({ href, label, icon }: { href: string | null; label: string; icon: ReactNode }) {
  if (href === null) return null;
  return (
    <Link className="iconbtn" href={href} aria-label={label} title={label} scroll={false}>
      {icon}
    </Link>
  );
}
