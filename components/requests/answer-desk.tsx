"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { PromiseLine } from "@/components/ladder/promise-line";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Note } from "@/components/ui/note";
import { useProblemWords } from "@/components/ui/problem-words";
import { useToast } from "@/components/ui/toast";
import { useLater } from "@/components/ui/use-later";
import type { ItemPagerLinks } from "@/lib/requests/item-page";
import type { Institution, ReceivedRequest } from "@/lib/requests/desk/types";
import type { StepResult } from "@/lib/requests/step";
import { AnswerFiles } from "./answer-files";
import { cursorWish, wishCursor } from "./answers/cursor-wish";
import { answerFormOf } from "./answers/registry";
import { holdBack, notByEnter } from "./careful-sending";
import { ItemPager } from "./item-pager";
import { OpenedForm } from "./opened-form";
import { TargetLine } from "./target-line";
import { wishToWrite } from "./thread/composer-wish";
import { useAnswering } from "./use-answering";

// They are opened seldom: fetched when the page stands.
const loadDialogs = () => import("./desk-dialogs");
const WithdrawnMeanwhile = lazy(() =>
  import("./withdrawn-meanwhile").then((module) => ({ default: module.WithdrawnMeanwhile })),
);

/** How long a form that appeared by itself has to be seen before it can be sent, in milliseconds. */
const seenMs = 1_000;

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
  const toast = useToast();
  const [chosen, setChosen] = useState<string | null>(null);
  const [visited, setVisited] = useState<readonly string[]>([]);
  const [sent, setSent] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  /** The target whose answer may stand already: the server's reply is lost. */
  const [doubted, setDoubted] = useState<string | null>(null);
  const [says, setSays] = useState<Readonly<Record<string, string | null>>>({});
  const [dialog, setDialog] = useState<"ask" | "refuse" | null>(null);
  const dialogs = useLater(loadDialogs);
  const problem = useProblemWords();
  const { typing, stop } = useAnswering(request.id);

  const { items, offers, proof } = request;
  const mayAnswer = offers.includes("answer") && proof.genuine;
  const open = items.filter((item) => !item.answeredAt && !sent.includes(item.id));
  // A form that was just sent may still report its typing: it is not chosen again by that.
  const current = items.find(({ id }) => id === (doubted ?? chosen) && !sent.includes(id)) ?? open[0] ?? null;
  const Form = answerFormOf(request.kindCode);
  const currentId = (mayAnswer || doubted !== null) && current ? current.id : null;
  // What was typed into stays on the screen, also when a colleague has taken the request meanwhile.
  const isShown = (id: string) =>
    Form !== null && (visited.includes(id) || id === currentId) && !sent.includes(id);
  const [seen, setSeen] = useState(() => (cursorWish(request.id) === "sent" ? null : currentId));
  const isArmed = seen === currentId;
  // What opened by itself is said: whoever does not see the screen would answer for the wrong account.
  const [cameBySending] = useState(() => cursorWish(request.id) === "sent");
  const isNext = cameBySending || sent.length > 0;
  const list = useRef<HTMLUListElement>(null);
  const inSight = useRef(currentId);
  useEffect(() => {
    const timer = setTimeout(() => setSeen(currentId), seenMs);
    if (inSight.current !== currentId)
      list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
    inSight.current = currentId;
    return () => clearTimeout(timer);
  }, [currentId]);
  const formId = (id: string) => `answer-${id}`;

  const onTyping = useCallback(() => {
    typing();
    if (!current) return;
    setVisited((ids) => (ids.includes(current.id) ? ids : [...ids, current.id]));
    setChosen(current.id);
  }, [typing, current]);

  const onSays = useCallback(
    (itemId: string, words: string | null) => setSays((before) => ({ ...before, [itemId]: words })),
    [],
  );

  /** What is being sent stays where it is until its fate is known, whatever the page hears meanwhile. */
  const onBusy = useCallback((itemId: string, isBusy: boolean) => {
    setBusy(isBusy);
    if (!isBusy) return;
    setChosen(itemId);
    setVisited((ids) => (ids.includes(itemId) ? ids : [...ids, itemId]));
  }, []);
  const onDoubt = useCallback(
    (itemId: string, inDoubt: boolean) =>
      setDoubted((before) => (inDoubt ? itemId : before === itemId ? null : before)),
    [],
  );

  function onSent(itemId: string, result: StepResult): void {
    stop();
    setSent((ids) => [...ids, itemId]);
    setChosen(null);
    if (result.status !== "ANSWERED") {
      wishCursor(request.id, "sent");
      // A part of many targets that is done makes room for the part where the next one waits.
      const isPartDone = request.span.pages > 1 && open.every(({ id }) => id === itemId);
      const isNamed = new URLSearchParams(window.location.search).has("items");
      return isPartDone && isNamed ? router.replace(hereHref, { scroll: false }) : router.refresh();
    }
    if (next) wishCursor(next.id, "sent");
    toast(t("answered", { code: request.code }));
    router.push(next?.href ?? doneHref, { scroll: false });
  }

  function choose(id: string): void {
    setChosen(id);
    setSeen(id);
  }

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
        {isNext && currentId && current ? t("nowAnswering", { target: current.display }) : ""}
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
                onChoose={mayAnswer && doubted === null && !busy ? () => choose(item.id) : undefined}
              >
                {Form && isShown(item.id) ? (
                  <div
                    className="target-form"
                    hidden={item.id !== current?.id}
                    onSubmitCapture={isArmed ? undefined : holdBack}
                    onKeyDown={notByEnter}
                  >
                    {request.status === "WITHDRAWN" && !item.answeredAt ? (
                      <Suspense fallback={null}>
                        <WithdrawnMeanwhile stated={request.stated} formId={formId(item.id)} />
                      </Suspense>
                    ) : null}
                    {item.answeredAt && item.id !== doubted && !(busy && item.id === chosen) ? (
                      <Note
                        tone="amber"
                        announce
                        title={t("answeredMeanwhile", { who: item.answeredBy ?? "" })}
                        className="mb-3"
                      >
                        {t("answeredMeanwhileText")}
                      </Note>
                    ) : null}
                    <OpenedForm
                      Form={Form}
                      item={item}
                      request={request}
                      institutions={institutions}
                      formId={formId(item.id)}
                      onBusy={onBusy}
                      onDoubt={onDoubt}
                      onTyping={onTyping}
                      onSays={onSays}
                      onSent={onSent}
                    />
                  </div>
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
        <footer className="panel-foot row wrap">
          {currentId && isShown(currentId) ? (
            <Button
              look="primary"
              type="submit"
              form={formId(currentId)}
              pending={busy}
              disabled={!isArmed}
              className="send-says"
            >
              {doubted === null ? (says[currentId] ?? t("send")) : t("askServer")}
              <span className="vh"> {request.code.split("-").at(-1)}</span>
              <span className="wide">
                <Kbd>Ctrl ↵</Kbd>
              </span>
            </Button>
          ) : null}
          {acts}
          {offers.includes("ask") ? <Button onClick={() => openDialog("ask")}>{t("askBack")}</Button> : null}
          {offers.includes("refuse") ? (
            <Button onClick={() => openDialog("refuse")}>{t("decline")}</Button>
          ) : null}
          {mayAnswer && next ? (
            <span className="t12 dim wide next">{t("opensNext", { next: next.words })}</span>
          ) : null}
        </footer>
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
