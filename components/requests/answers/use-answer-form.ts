"use client";

import { answerSchema } from "@/lib/requests/kinds/field-schema";
import { type BaseSyntheticEvent, useEffect, useEffectEvent, useState } from "react";
import { type DefaultValues, type FieldValues, type Path, useForm } from "react-hook-form";
import { useDraft, useKept } from "@/components/drafts/use-draft";
import { useServerNow } from "@/components/ui/server-clock";
import type { ChangedBy } from "@/lib/errors";
import { answerItemAction } from "@/lib/requests/desk/actions";
import { kindOf } from "@/lib/requests/kinds";
import type { AnswerFormProps } from "./answer-form";
import { answerResolver } from "./typed-answer";

type Refused = { code: string; by?: ChangedBy } | null;
type Input = {
  key: string;
  requestId: string;
  itemId: string;
  itemVersion: number;
  answer: Record<string, unknown>;
};
type Result = Awaited<ReturnType<typeof answerItemAction>>;

/** How long an answer is waited for before that is said, and between two questions what became of it, in milliseconds. */
const slowMs = 8_000;
const againMs = 4_000;

/**
 * One way for every answer form: read by the kind's schema, sent with a key made when the form first appeared, refusals put at
 * their fields, and a colleague's earlier answer told as a conflict. What was typed stays in each case, and is kept on the
 * server until it is sent. When the server's reply is lost nobody knows whether the answer stands: the very same sending is repeated
 * under its key, which records it once at most, and until that is known nothing else is sent or opened.
 * `foot` is what <AnswerFoot> shows of all that.
 */
export function useAnswerForm<V extends FieldValues>(
  props: AnswerFormProps,
  {
    defaultValues,
    toAnswer,
    extra,
    settled = (values) => values,
  }: {
    /** What stands in the form before anybody types. */
    defaultValues: V;
    toAnswer: (values: V) => Record<string, unknown>;
    extra?: (values: V) => Record<string, string>;
    /** What was kept while it was still being typed, as it stands once its fields are left. */
    settled?: (values: V) => V;
  },
) {
  const { onBusy, onTyping, onDoubt, onSent, item, requestId, kindCode } = props;
  const [key] = useState(() => crypto.randomUUID());
  const [refused, setRefused] = useState<Refused>(null);
  const now = useServerNow();
  const draftKey = `answer:${item.id}`;
  const kept = useKept(draftKey, item.draft);
  const form = useForm<V>({
    defaultValues: settled(restored(defaultValues, kept)) as DefaultValues<V>,
    resolver: answerResolver(answerSchema(kindOf(kindCode), now), toAnswer, extra) as never,
    shouldFocusError: true,
  });
  const draft = useDraft(draftKey, form, kept?.savedAt ?? null);
  const { isSubmitting, isDirty, submitCount } = form.formState;
  /** What was sent and got no reply. */
  const [lost, setLost] = useState<Input | null>(null);
  const [asked, setAsked] = useState(0);
  const [isSlow, setIsSlow] = useState(false);
  const inDoubt = lost !== null;
  useEffect(() => onBusy(isSubmitting), [isSubmitting, onBusy]);
  useEffect(() => onDoubt(inDoubt), [inDoubt, onDoubt]);
  useEffect(() => {
    if (isDirty) onTyping();
  }, [isDirty, onTyping]);

  function settle(result: Result): void {
    setLost(null);
    if (result.ok) {
      void draft.stop(false); // the answer took the draft with it
      return onSent(result.data);
    }
    const fields = Object.entries(result.fields ?? {});
    for (const [path, message] of fields)
      form.setError(path.replace(/^answer\./, "") as Path<V>, { type: "refused", message });
    if (fields.length === 0) setRefused({ code: result.code, by: result.by });
  }
  const onSettled = useEffectEvent(settle);
  useEffect(() => {
    if (!lost) return;
    let isOver = false;
    let isAsking = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      if (isAsking) return;
      isAsking = true;
      clearTimeout(timer);
      const result = await answerItemAction(lost).catch(() => null);
      isAsking = false;
      if (isOver) return;
      if (result) return onSettled(result);
      timer = setTimeout(() => void ask(), againMs);
    };
    const now = () => void ask();
    timer = setTimeout(now, asked === 0 ? againMs : 0);
    window.addEventListener("online", now);
    return () => {
      isOver = true;
      clearTimeout(timer);
      window.removeEventListener("online", now);
    };
  }, [lost, asked]);

  const send = form.handleSubmit(
    async (values) => {
      setRefused(null);
      // It cannot have left: nothing is in doubt.
      if (!navigator.onLine) return setRefused({ code: "unsent" });
      const answer = toAnswer(values as unknown as V);
      const input: Input = { key, requestId, itemId: item.id, itemVersion: item.version, answer };
      const slow = setTimeout(() => setIsSlow(true), slowMs);
      const result = await answerItemAction(input).catch(() => null);
      clearTimeout(slow);
      setIsSlow(false);
      if (!result) {
        setAsked(0);
        return setLost(input);
      }
      settle(result);
    },
    () => setRefused(null),
  );
  const submit = (event?: BaseSyntheticEvent) => (lost ? setAsked((times) => times + 1) : send(event));
  const foot = {
    refused,
    unknown: inDoubt ? ("lost" as const) : isSlow ? ("slow" as const) : null,
    attempt: submitCount,
    onForget: () => setRefused(null),
    draft: draft.state,
    onDiscard: () => void draft.discard(defaultValues),
  };
  return { form, submit, foot, inDoubt, isRestored: kept !== null };
}

/** What was kept, in the fields that the form has today. */
function restored<V extends FieldValues>(proposed: V, draft: { body: FieldValues } | null): V {
  const kept = Object.entries(draft?.body ?? {}).filter(([name]) => Object.hasOwn(proposed, name));
  return { ...proposed, ...Object.fromEntries(kept) };
}
