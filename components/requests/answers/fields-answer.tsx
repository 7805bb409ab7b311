"use client";

import { useTranslations } from "next-intl";
import { useEffect, useLayoutEffect } from "react";
import { type Control, type UseFormRegister, useWatch } from "react-hook-form";
import { useCodeWords } from "@/components/forms/field-words";
import { Form } from "@/components/ui/form";
import { Segmented } from "@/components/ui/segmented";
import { formatDateTime } from "@/lib/i18n/local-time";
import { columnsOf, kindOf } from "@/lib/requests/kinds";
import type { Field } from "@/lib/requests/kinds/field";
import { moneyKeepers } from "@/lib/requests/kinds/money-rows";
import { FieldInput } from "../fields/field-input";
import { emptyFields, type FieldsTyped, fromFields, toFields, type TracedRow } from "../fields/field-values";
import { OutcomeIcon } from "../outcome-sign";
import { AnswerFoot } from "./answer-foot";
import type { AnswerFormProps } from "./answer-form";
import { codeAt } from "./code-at";
import { TracedRows } from "./traced-rows";
import { useAnswerForm } from "./use-answer-form";
import { useFirstField } from "./use-first-field";
import { targetWords, withFiles } from "./use-hold-words";

const keepsMoney = (kind: string) => (moneyKeepers as readonly string[]).includes(kind);

/** Every field of every outcome once: what two outcomes ask alike is typed once. */
function allOf(kindCode: string): Field[] {
  const fields = kindOf(kindCode).outcomes.flatMap((outcome) => columnsOf(kindCode, outcome));
  return [...new Map(fields.map((field) => [field.key, field])).values()];
}

/**
 * The outcome that stands there before anybody chooses: one that cannot be sent as it stands, because something has to be typed for it.
 * What would go out with a single press is nobody's answer yet.
 */
function proposedOutcome(kindCode: string): string {
  const [first] = kindOf(kindCode).outcomes;
  const asks = columnsOf(kindCode, first!).some(({ required, proposed }) => required && !proposed);
  return asks ? first! : "";
}

/** The answer to a target made from its kind's columns: which outcome, and the fields that this outcome asks. */
export function FieldsAnswer(props: AnswerFormProps) {
  const { kindCode, item, formId, details } = props;
  const t = useTranslations("answers");
  const outcomes = useTranslations("outcomes");
  // words: outcomes.*
  const words = useCodeWords();
  const kind = kindOf(kindCode);
  const fields = allOf(kindCode);
  const proposals = Object.fromEntries(
    fields.flatMap(({ key, proposed }) =>
      typeof proposed === "object" ? [[key, { ...item.details, ...details }[proposed.of]]] : [],
    ),
  );
  const { form, submit, foot, inDoubt, isRestored } = useAnswerForm<FieldsTyped>(props, {
    defaultValues: {
      ...emptyFields(fields),
      ...fromFields(fields, proposals),
      outcome: proposedOutcome(kindCode),
    },
    toAnswer: (typed) =>
      typed.outcome === ""
        ? {}
        : { outcome: typed.outcome, ...toFields(columnsOf(kindCode, String(typed.outcome)), typed) },
    extra: (typed) => (typed.outcome === "" ? { outcome: "required" } : ({} as Record<string, string>)),
  });
  const { register, control, reset, getValues, formState } = form;
  const outcome = String(useWatch({ control, name: "outcome" }));
  const errorAt = (path: string) => words(codeAt(formState.errors, path));
  const now = fields
    .filter(({ proposed }) => proposed === "now")
    .map(({ key }) => key)
    .join();
  useEffect(() => {
    // The desk's own minute, set in the browser: the server that draws the page would write another one.
    if (isRestored || now === "") return;
    const minute = formatDateTime(new Date());
    reset({ ...getValues(), ...Object.fromEntries(now.split(",").map((key) => [key, minute])) });
  }, [isRestored, reset, getValues, now]);
  useFirstField(formId, props.focus);
  const says = useTranslations("answers.says");
  const { onSays } = props;
  const sends =
    outcome === ""
      ? null
      : withFiles(
          says,
          says("outcome", { what: outcomes(outcome as "DONE"), target: targetWords(says, item) }),
          props.files,
        );
  useLayoutEffect(() => onSays(sends), [onSays, sends]);
  const asked = outcome === "" ? [] : columnsOf(kindCode, outcome);
  return (
    <Form id={formId} className="answer" onSubmit={submit} aria-label={t("formOf", { target: item.display })}>
      <fieldset className="contents" role="none" disabled={inDoubt}>
        <Segmented
          label={t("outcome")}
          className="answer-seg seg-wrap"
          segments={kind.outcomes.map((value) => ({
            value,
            label: outcomes(value),
            icon: <OutcomeIcon outcome={value} />,
          }))}
          {...register("outcome")}
          {...(asked.length === 0 ? { "data-key": "e" } : {})}
        />
        {errorAt("outcome") ? (
          <p className="error" role="alert">
            {t("chooseOutcome")}
          </p>
        ) : null}
        {asked.length > 0 ? (
          <div className="answer-grid">
            {asked.map((field, index) =>
              field.type === "transfers" ? (
                <div key={field.key} className="answer-wide">
                  <TracedRows
                    control={control as unknown as Control<{ transfers: TracedRow[] }>}
                    register={register as unknown as UseFormRegister<{ transfers: TracedRow[] }>}
                    institutions={props.institutions.filter(({ kind: keeper }) => keepsMoney(keeper))}
                    errorAt={errorAt}
                  />
                </div>
              ) : (
                <FieldInput
                  key={field.key}
                  field={field}
                  first={index === 0}
                  error={errorAt(field.key)}
                  files={props.files}
                  organisations={props.institutions.filter((each) => kind.addressees.includes(each.kind))}
                  {...register(field.key)}
                />
              ),
            )}
          </div>
        ) : null}
      </fieldset>
      <AnswerFoot {...foot} />
    </Form>
  );
}
