import { Zap } from "@/components/icons/zap";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { BrowserWords } from "@/components/ui/browser-words";
import { Card } from "@/components/ui/card";
import { Identifier } from "@/components/ui/identifier";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { paths } from "@/lib/paths";
import { itemPagerLinks } from "@/lib/requests/item-page";
import type { Institution, ReceivedRequest } from "@/lib/requests/desk/types";
import type { AmendmentView } from "@/lib/requests/amendments/types";
import type { Thread } from "@/lib/requests/thread/types";
import { AmendmentList } from "./amendments/amendment-list";
import { AnswerDesk } from "./answer-desk";
import { ClarificationList } from "./clarification-list";
import { DeadlineStory } from "./deadline/deadline-story";
import { HistoryList } from "./history-list";
import { MarkOpened } from "./mark-opened";
import { NotifiedFacts } from "./notified-facts";
import { OrderFacts } from "./order-facts";
import { MinutesLinks } from "@/components/letters/minutes-links";
import { ObjectionList } from "@/components/authenticity/objection-list";
import { ProofBlock } from "./proof-block";
import { StatedNote } from "./stated-note";
import { DoubtBadge } from "@/components/suspicion/doubt-badge";
import { RequestStatusBadge } from "./request-status";
import { ThreadSection } from "./thread/thread-section";
import { TimeChip } from "./time-chip";
import { urgencyTones } from "./urgency-tones";

/**
 * An issued request on a page of its own, for the organisation that is asked and for the procuracy that was notified, who reads only.
 * `acts` are further buttons of the foot: take, assign.
 */
export function ResponderView({
  request,
  institutions,
  acts,
  live,
  thread,
  amendments,
  hasMinutes,
  duty,
}: {
  request: ReceivedRequest;
  /** Null for a procuracy, which hears no talk. */
  thread: Thread | null;
  amendments: readonly AmendmentView[];
  hasMinutes: boolean;
  institutions: readonly Institution[];
  acts?: ReactNode;
  live?: ReactNode;
  /** Who was called about it. */
  duty?: ReactNode;
}) {
  const t = useTranslations("queue");
  const talk = useTranslations("thread");
  const kinds = useTranslations("kinds");
  return (
    <BrowserWords
      names={[
        "queue",
        "answers",
        "drafts",
        "kinds",
        "outcomes",
        "errors",
        "money",
        "requests",
        "files",
        "notices",
        "suspicion",
        "authenticity",
        "promise",
      ]}
    >
      {live}
      {request.isDesk ? <MarkOpened requestId={request.id} /> : null}
      <Page
        title={kinds(request.kindCode as "ACCOUNT_SUSPEND")}
        lead={
          <span className="row wrap">
            {request.urgency === "normal" ? null : (
              <Badge tone={urgencyTones[request.urgency]} icon={<Zap className="i" aria-hidden />}>
                {t(`urgency.${request.urgency}`)}
              </Badge>
            )}
            <Identifier value={request.code} display={request.code} copy />
            <RequestStatusBadge status={request.status} />
            <DoubtBadge doubt={request.doubt} />
            <TimeChip request={request} />
            <span>
              {request.isDesk ? request.requesterName : `${request.requesterName} → ${request.addresseeName}`}
            </span>
          </span>
        }
        aside={hasMinutes ? <MinutesLinks id={request.id} /> : undefined}
      >
        <div className="rv">
          <section className="card rv-desk" aria-label={t("content")}>
            <AnswerDesk
              request={request}
              institutions={institutions}
              next={null}
              doneHref={paths.request(request.id)}
              hereHref={paths.request(request.id)}
              pager={itemPagerLinks(request.span, (page) => paths.requestItems(request.id, page))}
              mayReport={thread?.mayWrite ?? false}
              acts={acts}
              head={
                <div className="sect stack-2">
                  <ProofBlock request={request} />
                  {request.isDesk ? null : <NotifiedFacts request={request} />}
                  <ObjectionList objections={request.objections} />
                  {request.isDesk && request.answering && !request.answering.mine ? (
                    <Note tone="amber" announce>
                      {t("otherAnswering", { who: request.answering.name })}
                    </Note>
                  ) : null}
                  {request.isDesk && request.status === "CLARIFICATION_NEEDED" ? (
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
                {thread ? null : <ClarificationList lines={request.clarifications} />}
              </div>
            </AnswerDesk>
          </section>
          {thread || request.history.length > 0 ? (
            <div className="stack">
              {duty}
              {thread ? (
                <Card title={talk("title")}>
                  <ThreadSection thread={thread} isSecond={request.offers.includes("answer")} />
                </Card>
              ) : null}
              {request.history.length > 0 ? (
                <Card title={t("history.timeline")}>
                  <HistoryList history={request.history} />
                </Card>
              ) : null}
            </div>
          ) : null}
        </div>
      </Page>
    </BrowserWords>
  );
}
