import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { History } from "@/components/audit/history";
import { FileList } from "@/components/files/file-list";
import { FileUploads } from "@/components/files/file-uploads";
import { PromiseLine } from "@/components/ladder/promise-line";
import { Card } from "@/components/ui/card";
import { paths } from "@/lib/paths";
import { itemPagerLinks } from "@/lib/requests/item-page";
import type { PoliceRequest } from "@/lib/requests/police/types";
import { ObjectionButton } from "@/components/authenticity/objection-dialog";
import { ObjectionList } from "@/components/authenticity/objection-list";
import { DoubtPanel } from "@/components/suspicion/doubt-panel";
import type { SavedDraft } from "@/lib/drafts/schema";
import type { Amendments } from "@/lib/requests/amendments/types";
import type { Thread } from "@/lib/requests/thread/types";
import { AmendmentActs } from "./amendments/amendment-acts";
import { AmendmentList } from "./amendments/amendment-list";
import { DeadlineStory } from "./deadline/deadline-story";
import { WaiverActs } from "./deadline/waiver-acts";
import { OrderCard } from "./order-card";
import { PoliceHead } from "./police-head";
import { PoliceItems } from "./police-items";
import { RecalledVersions } from "./recalled-versions";
import { PoliceNotices } from "./police-notices";
import { ResultCard } from "./result-card";
import { RerouteNotes } from "./reroute-notes";
import { TakeBackButton } from "./take-back-button";
import { WithdrawalNote } from "./withdrawal-note";
import { ThreadSection } from "./thread/thread-section";

/** A request as its own unit sees it: what it is, how long is left, what can be done; then its answers and its order. */
export async function PoliceView({
  request,
  thread,
  amendments,
  hasMinutes,
  duty,
  replyDraft,
}: {
  request: PoliceRequest;
  /** Who was called about it. */
  duty?: ReactNode;
  hasMinutes: boolean;
  /** The reply to an objection that the reader began. */
  replyDraft: SavedDraft | null;
  thread: Thread | null;
  amendments: Amendments;
}) {
  const { id, version } = request;
  const [t, talk, amended] = await Promise.all([
    getTranslations("requests"),
    getTranslations("thread"),
    getTranslations("amendment"),
  ]);
  // A promise that stands is read first; that one may be made is said beside.
  const promise = <PromiseLine requestId={id} dueAt={null} work={request.work} />;
  return (
    <>
      <PoliceHead request={request} amendments={amendments} hasMinutes={hasMinutes} />
      <div className="cs-grid">
        <div className="stack">
          <DoubtPanel request={request} />
          <ObjectionList
            objections={request.objections}
            act={
              request.mayReplyObjection ? (
                <ObjectionButton requestId={id} what="answer" draft={replyDraft} />
              ) : undefined
            }
          />
          <WithdrawalNote request={request} />
          <DeadlineStory
            story={request.deadline}
            acts={
              request.deadline.waiver ? (
                <>
                  {request.deadline.mayWaive ? (
                    <WaiverActs
                      request={{ id, version, code: request.code, addressee: request.addressee }}
                      waiverId={request.deadline.waiver.id}
                    />
                  ) : null}
                  {request.deadline.mayTakeBackWaiver ? (
                    <TakeBackButton
                      request={{ id, version }}
                      proposal={{ what: "waiver", id: request.deadline.waiver.id }}
                    />
                  ) : null}
                </>
              ) : undefined
            }
          />
          {request.work.promise ? promise : null}
          <PoliceNotices request={request} />
          {request.reroutes ? (
            <RerouteNotes requestId={id} version={version} reroutes={request.reroutes} />
          ) : null}
          <ResultCard request={request} />
          <PoliceItems
            requestId={id}
            version={version}
            mayRecheck={request.mayRecheck}
            items={request.items}
            kindCode={request.kindCode}
            files={request.files}
            status={request.status}
            institutions={request.institutions}
            pager={itemPagerLinks(request.span, (page) => paths.requestItems(id, page))}
          />
          {amendments.lines.length > 0 ? (
            <Card title={amended("list")}>
              <AmendmentList
                lines={amendments.lines}
                acts={(line) =>
                  (line.status === "DRAFT" && amendments.mayAmend) || line.id === amendments.recallId ? (
                    <AmendmentActs requestId={id} line={line} />
                  ) : null
                }
              />
            </Card>
          ) : null}
          {thread ? (
            <Card title={talk("title")}>
              <ThreadSection thread={thread} />
            </Card>
          ) : null}
          <OrderCard request={request} />
          {request.recalled.length > 0 ? (
            <Card title={t("recalled.title")}>
              <RecalledVersions versions={request.recalled} />
            </Card>
          ) : null}
          <Card title={t("detail.files")}>
            <div className="stack">
              {request.mayRewrite ? <FileUploads requestId={request.id} /> : null}
              <FileList files={request.files} />
            </div>
          </Card>
        </div>
        <aside className="cs-side stack">
          {duty}
          {request.work.promise ? null : promise}
          <Card title={t("detail.history")}>
            <div className="side-scroll" tabIndex={0} role="region" aria-label={t("detail.history")}>
              <History lines={request.history} label={t("detail.history")} />
            </div>
          </Card>
        </aside>
      </div>
    </>
  );
}
