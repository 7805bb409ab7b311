"use client";

import { Ban, SearchX, UserRoundCheck, Waypoints } from "lucide-react";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { registrationStates } from "@/lib/requests/kinds/subscriber";
import { AnswerFoot } from "./answer-foot";
import type { AnswerFormProps } from "./answer-form";
import { codeAt, useFieldWords } from "./answer-words";
import { RefusalFields } from "./refusal-fields";
import { instantOf, said } from "./typed-answer";
import { useAnswerForm } from "./use-answer-form";
import { useFirstField } from "./use-first-field";

type Values = {
  outcome: "PROVIDED" | "NOT_FOUND" | "NOT_OURS" | "REFUSED";
  subscriberName: string;
  personId: string;
  address: string;
  activatedAt: string;
  registrationState: string;
  devices: string;
  note: string;
  operator: string;
  ground: string;
  explanation: string;
};

function toAnswer(values: Values): Record<string, unknown> {
  switch (values.outcome) {
    case "PROVIDED": {
      const { subscriberName, personId, address, activatedAt, registrationState, devices, note } = values;
      return {
        outcome: "PROVIDED",
        subscriberName,
        personId: said(personId.replace(/\s/g, "")),
        address: said(address),
        activatedAt: instantOf(activatedAt) ?? "",
        registrationState,
        devices: said(devices),
        note: said(note),
      };
    }
    case "NOT_FOUND":
      return { outcome: "NOT_FOUND", note: said(values.note) };
    case "NOT_OURS":
      return { outcome: "NOT_OURS", operator: said(values.operator) };
    case "REFUSED":
      return { outcome: "REFUSED", ground: values.ground, explanation: values.explanation };
  }
}

/** Who holds a number. "Not ours" is an honest answer: numbers are ported, and the request goes on to the right operator. */
export function SubscriberAnswerForm(props: AnswerFormProps) {
  const t = useTranslations("answers");
  const outcomes = useTranslations("outcomes");
  const words = useFieldWords();
  const { form, submit, foot } = useAnswerForm<Values>(props, {
    defaultValues: {
      outcome: "PROVIDED",
      subscriberName: "",
      personId: "",
      address: "",
      activatedAt: "",
      registrationState: "",
      devices: "",
      note: "",
      operator: "",
      ground: "",
      explanation: "",
    },
    toAnswer,
  });
  const { register, control, formState } = form;
  const outcome = useWatch({ control, name: "outcome" });
  const errorAt = (path: string) => words(codeAt(formState.errors, path));
  useFirstField(props.formId, props.focus);
  // words: answers.registration.*
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
        className="answer-seg seg-wrap"
        segments={[
          {
            value: "PROVIDED",
            label: outcomes("PROVIDED"),
            icon: <UserRoundCheck className="i i-14" aria-hidden />,
          },
          {
            value: "NOT_FOUND",
            label: outcomes("NOT_FOUND"),
            icon: <SearchX className="i i-14" aria-hidden />,
          },
          {
            value: "NOT_OURS",
            label: outcomes("NOT_OURS"),
            icon: <Waypoints className="i i-14" aria-hidden />,
          },
          { value: "REFUSED", label: outcomes("REFUSED"), icon: <Ban className="i i-14" aria-hidden /> },
        ]}
        {...register("outcome")}
      />
      {outcome === "PROVIDED" ? (
        <div className="answer-grid">
          <Field
            label={t("subscriberName")}
            error={errorAt("subscriberName")}
            required
            className="answer-wide"
          >
            <TextInput data-key="e" autoComplete="off" {...register("subscriberName")} />
          </Field>
          <Field label={t("personId")} error={errorAt("personId")}>
            <TextInput mono autoComplete="off" inputMode="numeric" {...register("personId")} />
          </Field>
          <Field label={t("activatedAt")} error={errorAt("activatedAt")} required>
            <DateTimeInput withTime="optional" {...register("activatedAt")} />
          </Field>
          <Field
            label={t("registrationState")}
            error={errorAt("registrationState")}
            required
            className="answer-wide"
          >
            <Select
              placeholder={t("choose")}
              choices={registrationStates.map((value) => ({ value, label: t(`registration.${value}`) }))}
              {...register("registrationState")}
            />
          </Field>
          <Field label={t("address")} error={errorAt("address")} className="answer-wide">
            <TextInput autoComplete="off" {...register("address")} />
          </Field>
          <Field
            label={t("devices")}
            hint={t("devicesHint")}
            error={errorAt("devices")}
            className="answer-wide"
          >
            <TextInput mono autoComplete="off" {...register("devices")} />
          </Field>
          <Field label={t("note")} error={errorAt("note")} className="answer-wide">
            <Textarea rows={2} {...register("note")} />
          </Field>
        </div>
      ) : null}
      {outcome === "NOT_FOUND" ? (
        <Field label={t("note")} error={errorAt("note")}>
          <Textarea rows={2} {...register("note")} />
        </Field>
      ) : null}
      {outcome === "NOT_OURS" ? (
        <Field label={t("operator")} hint={t("operatorHint")} error={errorAt("operator")}>
          <TextInput {...register("operator")} />
        </Field>
      ) : null}
      {outcome === "REFUSED" ? (
        <RefusalFields
          ground={register("ground")}
          explanation={register("explanation")}
          errors={{ ground: errorAt("ground"), explanation: errorAt("explanation") }}
        />
      ) : null}
      <AnswerFoot {...foot} />
    </form>
  );
}
