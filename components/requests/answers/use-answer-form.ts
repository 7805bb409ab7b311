"use client";

import { answerSchema } from "@/lib/requests/kinds/field-schema";
import { useEffect, useState } from "react";
import { type DefaultValues, type FieldValues, type Path, useForm } from "react-hook-form";
import { useDraft } from "@/components/drafts/use-draft";
import { useServerNow } from "@/components/ui/server-clock";
import type { ChangedBy } from "@/lib/errors";
import { answerItemAction } from "@/lib/requests/desk/actions";
import { kindOf } from "@/lib/requests/kinds";
import type { AnswerFormProps } from "./answer-form";
import { answerResolver } from "./typed-answer";

type Refused = { code: string; by?: ChangedBy } | null;

/**
 * One way for every answer form: read by the kind's schema, sent with a key made when the form first appeared, refusals put at
 * their fields, and a colleague's earlier answer told as a conflict. What was typed stays in each case, and is kept on the
 * server until it is sent. `foot` is what <AnswerFoot> shows of all that.
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
  const { onBusy, onTyping, onSent, item, requestId, kindCode } = props;
  const [key] = useState(() => crypto.randomUUID());
  const [refused, setRefused] = useState<Refused>(null);
  const now = useServerNow();
  const form = useForm<V>({
    defaultValues: settled(restored(defaultValues, item.draft)) as DefaultValues<V>,
    resolver: answerResolver(answerSchema(kindOf(kindCode), now), toAnswer, extra) as never,
    shouldFocusError: true,
  });
  const draft = useDraft(`answer:${item.id}`, form, item.draft?.savedAt ?? null);
  const { isSubmitting, isDirty, submitCount } = form.formState;
  useEffect(() => onBusy(isSubmitting), [isSubmitting, onBusy]);
  useEffect(() => {
    if (isDirty) onTyping();
  }, [isDirty, onTyping]);

  useEffect(() => {
    const back = () => setRefused((was) => (was?.code === "unreachable" ? null : was));
    window.addEventListener("online", back);
    return () => window.removeEventListener("online", back);
  }, []);

  const submit = form.handleSubmit(
    async (values) => {
      setRefused(null);
      const answer = toAnswer(values as unknown as V);
      const result = await answerItemAction({
        key,
        requestId,
        itemId: item.id,
        itemVersion: item.version,
        answer,
      }).catch(() => ({ ok: false as const, code: "unreachable" as const }));
      if (result.ok) {
        void draft.stop(false); // the answer took the draft with it
        return onSent(result.data);
      }
      const fields = Object.entries(("fields" in result && result.fields) || {});
      for (const [path, message] of fields)
        form.setError(path.replace(/^answer\./, "") as Path<V>, { type: "refused", message });
      if (fields.length === 0) setRefused({ code: result.code, by: "by" in result ? result.by : undefined });
    },
    () => setRefused(null),
  );
  const foot = {
    refused,
    attempt: submitCount,
    onForget: () => setRefused(null),
    draft: draft.state,
    onDiscard: () => void draft.discard(defaultValues),
  };
  return { form, submit, foot, isRestored: item.draft !== null };
}

/** What was kept, in the fields that the form has today. */
function restored<V extends FieldValues>(proposed: V, draft: AnswerFormProps["item"]["draft"]): V {
  const kept = Object.entries(draft?.body ?? {}).filter(([name]) => Object.hasOwn(proposed, name));
  return { ...proposed, ...Object.fromEntries(kept) };
}
