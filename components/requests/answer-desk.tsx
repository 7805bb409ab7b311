"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { PromiseLine } from "@/components/ladder/promise-line";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Note } from "@/components/ui/note";
import { useProblemWords } from "@/components/ui/problem-words";
import { useLater } from "@/components/ui/use-later";
import type { ItemPagerLinks } from "@/lib/requests/item-page";
import type { Institution, ReceivedRequest } from "@/lib/requests/desk/types";
import { AnswerFiles } from "./answer-files";
import { DeskFoot } from "./desk-foot";
import { ItemPager } from "./item-pager";
import { TargetForm } from "./target-form";
import { TargetLine } from "./target-line";
import { wishToWrite } from "./thread/composer-wish";
import { useAnswerDesk } from "./use-answer-desk";

// They are opened seldom: fetched when the page stands.
const loadDialogs = () => import("./desk-dialogs");

/** Sent, and not accepted yet: the unit can send it back. */
const reportable = new Set(["PARTLY_ANSWERED", "ANSWERED"]);

type Props = {
  request: ReceivedRequest;
  institutions: readonly Institution[];
  /** What opens by itself when this request is answered, and its words. */
  next: { id: string; href: string; words: string } | null;
  /** Where to go when nothing is left. */
  doneHref: string;
  /** The ways to the targets that are not shown, and back to the first that waits. */
  pager: ItemPagerLinks | null;
  hereHref: string;
  /** The reader may write to the unit: of an answer that is sent he can say that it is wrong. */
  mayReport?: boolean;
  /** Other buttons of the foot: take, assign. */
  acts?: ReactNode;
  /** What has to be known before anything is answered: is it real, who works on it. */
  head: ReactNode;
  /** What may be read beside it: the order's basis, the talk. */
  children: ReactNode;
};

/**
 * The targets of a request with the answer in place, one after the other, directly below what proves the order: what goes out is seen
 * before it goes, and the button says what that is. Every form that was typed into stays as it is while
 * another target is chosen or a colleague answers; the next open target, then the next request, opens by itself, and is not
 * sent by the second half of a double press.
 */
export function AnswerDesk({
  request,
  institutions,
  next,
  doneHref,
  pager,
  hereHref,
  mayReport = false,
  acts,
  head,
  children,
}: Props) {
  const t = useTranslations("queue");
  const router = useRouter();
  const [dialog, setDialog] = useState<"ask" | "refuse" | null>(null);
  const dialogs = useLater(loadDialogs);
  const problem = useProblemWords();

  const { items, offers } = request;
  const desk = useAnswerDesk(request, { next, doneHref, hereHref });
  const { Form, mayAnswer, open, current, currentId, isShown, isArmed, list, busy, doubted, says } = desk;
  const formId = (id: string) => `answer-${id}`;

  function openDialog(which: "ask" | "refuse"): void {
    if (dialogs.failed) dialogs.again();
    setDialog(which);
  }

  function closeDialog(): void {
    setDialog(null);
    router.refresh();
  }

  // Who has promised nothing answers: the wish to promise stands below the targets, out of the way of the answer.
  const promiseLine = <PromiseLine requestId={request.id} dueAt={request.dueAt} work={request.work} />;
  return (
    <>
      <p className="vh" role="status">
        {desk.isNext && currentId && current ? t("nowAnswering", { target: current.display }) : ""}
      </p>
      <div className="panel-body" tabIndex={0} role="region" aria-label={t("content")}>
        {head}
        {request.work.promise ? promiseLine : null}
        <div className="sect stack-2">
          <div className="row between wrap">
            <h3 className="h3">
              {t("targets")}{" "}
              <span className="dim fw5">{t("targetCount", { count: request.span.count })}</span>
            </h3>
            {request.disputedAmount === "0" ? null : (
              <span className="t13 mut">
                {t("toHold")} <Money value={request.disputedAmount} />
              </span>
            )}
          </div>
          <ul className="targets" ref={list}>
            {items.map((item) => (
              <TargetLine
                key={item.id}
                item={item}
                kindCode={request.kindCode}
                files={[...request.files, ...request.answerFiles]}
                now={item.id === currentId}
                institutions={request.institutions}
                unfolded={request.answeredAt !== null}
                onReport={
                  mayReport && reportable.has(request.status)
                    ? () =>
                        wishToWrite({
                          requestId: request.id,
                          inside: false,
                          mentions: [],
                          body: t("item.reportText", { target: item.display }),
                        })
                    : undefined
                }
                onChoose={mayAnswer && doubted === null && !busy ? () => desk.choose(item.id) : undefined}
              >
                {Form && isShown(item.id) ? (
                  <TargetForm
                    Form={Form}
                    desk={desk}
                    item={item}
                    request={request}
                    institutions={institutions}
                    formId={formId(item.id)}
                  />
                ) : null}
              </TargetLine>
            ))}
          </ul>
          {mayAnswer && open.length === 0 && request.openElsewhere > 0 ? (
            <Link className="btn btn-sm" href={hereHref} scroll={false}>
              {t("openElsewhere", { count: request.openElsewhere })}
            </Link>
          ) : null}
          {pager ? <ItemPager links={pager} /> : null}
        </div>
        {request.isDesk ? <AnswerFiles request={request} mayAdd={mayAnswer} /> : null}
        {request.work.promise ? null : promiseLine}
        {children}
      </div>
      {mayAnswer || doubted !== null || acts || offers.includes("ask") || offers.includes("refuse") ? (
        <DeskFoot
          send={
            currentId && isShown(currentId)
              ? {
                  form: formId(currentId),
                  busy,
                  isArmed,
                  words: doubted === null ? (says[currentId] ?? t("send")) : t("askServer"),
                  serial: request.code.split("-").at(-1),
                }
              : null
          }
          acts={acts}
          offers={offers}
          onOpen={openDialog}
          next={mayAnswer ? next : null}
        />
      ) : null}
      {dialog && dialogs.failed ? (
        <Note tone="red" announce>
          {problem("unavailable")}
        </Note>
      ) : null}
      {dialog === "ask" && dialogs.value ? (
        <dialogs.value.AskDialog request={request} onClose={() => setDialog(null)} onSent={closeDialog} />
      ) : null}
      {dialog === "refuse" && dialogs.value ? (
        <dialogs.value.RefuseDialog request={request} onClose={() => setDialog(null)} onSent={closeDialog} />
      ) : null}
    </>
  );
}
