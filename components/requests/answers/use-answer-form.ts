"use client";

import { useEffect, useState } from "react";
import { type DefaultValues, type FieldValues, type Path, useForm } from "react-hook-form";
import type { ChangedBy } from "@/lib/errors";
import { answerItemAction } from "@/lib/requests/desk-actions";
import { kindOf } from "@/lib/requests/kinds";
import type { AnswerFormProps } from "./answer-form";
import { answerResolver } from "./typed-answer";

type Refused = { code: string; by?: ChangedBy } | null;

/**
 * One way for every answer form: read by the kind's schema, sent with a key made when the form first appeared, refusals put at
 * their fields, and a colleague's earlier answer told as a conflict. What was typed stays in each case.
 */
export function useAnswerForm<V extends FieldValues>(
  props: AnswerFormProps,
  {
    defaultValues,
    toAnswer,
    extra,
  }: {
    defaultValues: DefaultValues<V>;
    toAnswer: (values: V) => Record<string, unknown>;
    extra?: (values: V) => Record<string, string>;
  },
) {
  const { onBusy, onTyping, onSent, item, requestId, kindCode } = props;
  const [key] = useState(() => crypto.randomUUID());
  const [refused, setRefused] = useState<Refused>(null);
  const form = useForm<V>({
    defaultValues,
    resolver: answerResolver(kindOf(kindCode).answer, toAnswer, extra) as never,
    shouldFocusError: true,
  });
  const { isSubmitting, isDirty, submitCount } = form.formState;
  useEffect(() => onBusy(isSubmitting), [isSubmitting, onBusy]);
  useEffect(() => {
    if (isDirty) onTyping();
  }, [isDirty, onTyping]);

  const submit = form.handleSubmit(async (values) => {
    setRefused(null);
    const answer = toAnswer(values as unknown as V);
    const result = await answerItemAction({
      key,
      requestId,
      itemId: item.id,
      itemVersion: item.version,
      answer,
    }).catch(() => ({ ok: false as const, code: "unavailable" as const }));
    if (result.ok) return onSent(result.data);
    const fields = Object.entries(("fields" in result && result.fields) || {});
    for (const [path, message] of fields)
      form.setError(path.replace(/^answer\./, "") as Path<V>, { type: "refused", message });
    if (fields.length === 0) setRefused({ code: result.code, by: "by" in result ? result.by : undefined });
  });
  return { form, submit, refused, forget: () => setRefused(null), attempt: submitCount };
}
