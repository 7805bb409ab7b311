"use client";

import { Ban, LockOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useWatch } from "react-hook-form";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { Textarea } from "@/components/ui/textarea";
import { formatDateTime } from "@/lib/i18n/local-time";
import { AnswerFoot } from "./answer-foot";
import type { AnswerFormProps } from "./answer-form";
import { codeAt, useFieldWords } from "./answer-words";
import { RefusalFields } from "./refusal-fields";
import { instantOf, said } from "./typed-answer";
import { useAnswerForm } from "./use-answer-form";
import { useFirstField } from "./use-first-field";

type Values = {
  outcome: "DONE" | "REFUSED";
  doneAt: string;
  note: string;
  ground: string;
  explanation: string;
};

const toAnswer = ({ outcome, doneAt, note, ground, explanation }: Values) =>
  outcome === "DONE"
    ? { outcome, doneAt: instantOf(doneAt) ?? "", note: said(note) }
    : { outcome, ground, explanation };

/** Lifting a hold: when it was done, or why not. */
export function ReleaseAnswerForm(props: AnswerFormProps) {
  const t = useTranslations("answers");
  const outcomes = useTranslations("outcomes");
  const words = useFieldWords();
  const { form, submit, foot, isRestored } = useAnswerForm<Values>(props, {
    defaultValues: { outcome: "DONE", doneAt: "", note: "", ground: "", explanation: "" },
    toAnswer,
  });
  const { register, control, reset, getValues, formState } = form;
  const outcome = useWatch({ control, name: "outcome" });
  const errorAt = (path: string) => words(codeAt(formState.errors, path));
  useEffect(() => {
    // The desk's own minute, set in the browser: the server that draws the page would write another one.
    if (!isRestored) reset({ ...getValues(), doneAt: formatDateTime(new Date()) });
  }, [isRestored, reset, getValues]);
  useFirstField(props.formId, props.focus);
  return (
    <form
      method="post"
      id={props.formId}
      className="answer"
      onSubmit={submit}
      noValidate
      aria-label={t("formOf", { target: props.item.display })}
    >
      <Segmented
        label={t("outcome")}
        className="answer-seg"
        segments={[
          { value: "DONE", label: outcomes("DONE"), icon: <LockOpen className="i i-14" aria-hidden /> },
          { value: "REFUSED", label: outcomes("REFUSED"), icon: <Ban className="i i-14" aria-hidden /> },
        ]}
        {...register("outcome")}
      />
      {outcome === "DONE" ? (
        <>
          <Field label={t("doneAt")} error={errorAt("doneAt")} required>
            <DateTimeInput data-key="e" {...register("doneAt")} />
          </Field>
          <Field label={t("note")} error={errorAt("note")}>
            <Textarea rows={2} {...register("note")} />
          </Field>
        </>
      ) : (
        <RefusalFields
          ground={register("ground")}
          explanation={register("explanation")}
          errors={{ ground: errorAt("ground"), explanation: errorAt("explanation") }}
        />
      )}
      <AnswerFoot {...foot} />
    </form>
  );
}
