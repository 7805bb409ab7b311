import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { useToast } from "@/components/ui/toast";
import type { ReceivedRequest } from "@/lib/requests/desk/types";
import type { StepResult } from "@/lib/requests/step";
import { cursorWish, wishCursor } from "./answers/cursor-wish";
import { answerFormOf } from "./answers/registry";
import { useAnswering } from "./use-answering";

/** How long a form that appeared by itself has to be seen before it can be sent, in milliseconds. */
const seenMs = 1_000;

/** Where one goes when all targets are answered: the next request, or the list; and back to this part of many targets. */
export type Ways = { next: { id: string; href: string } | null; doneHref: string; hereHref: string };

/** Which target is being answered, which forms stay as they were typed, and what happens once an answer is sent. */
export function useAnswerDesk(request: ReceivedRequest, { next, doneHref, hereHref }: Ways) {
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

  return {
    Form,
    mayAnswer,
    open,
    current,
    currentId,
    isShown,
    isArmed,
    isNext,
    list,
    chosen,
    busy,
    doubted,
    says,
    choose,
    onTyping,
    onSays,
    onBusy,
    onDoubt,
    onSent,
  };
}
