"use client";

import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { Conflict } from "@/components/forms/conflict";
import { useFieldWords } from "@/components/forms/field-words";
import { dateOf, said, schemaResolver } from "@/components/forms/schema-resolver";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import type { CaseStatus } from "@/lib/generated/prisma/enums";
import { moveCaseAction } from "@/lib/cases/actions";
import { caseLifecycle } from "@/lib/cases/lifecycle";
import { caseStepInput } from "@/lib/cases/schema";
import type { CaseDetail } from "@/lib/cases/types";
import { useCaseAct } from "./use-case-act";

type Values = {
  key: string;
  caseId: string;
  version: number;
  to: string;
  decisionNumber: string;
  decisionDate: string;
  reason: string;
};
const toInput = ({ decisionNumber, decisionDate, reason, ...rest }: Values) => ({
  ...rest,
  decisionNumber: said(decisionNumber),
  decisionDate: dateOf(decisionDate),
  reason: said(reason),
});

/** Moves a case along the arrows of its lifecycle; asks for a decision or a reason where the law does. */
export function StepDialog({
  record,
  open,
  onClose,
}: {
  record: CaseDetail;
  open: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("cases");
  const words = useFieldWords();
  const { key } = useFormKey();
  const steps = caseLifecycle[record.status];
  const goals = Object.keys(steps) as CaseStatus[];
  const form = useForm<Values>({
    defaultValues: {
      key,
      caseId: record.id,
      version: record.version,
      to: goals[0] ?? "",
      decisionNumber: "",
      decisionDate: "",
      reason: "",
    },
    resolver: schemaResolver(caseStepInput, toInput),
  });
  const { send, problem, conflict, dropConflict } = useCaseAct(form, onClose);
  const to = useWatch({ control: form.control, name: "to" }) as CaseStatus;
  const step = steps[to];
  const { errors, isSubmitting, submitCount } = form.formState;
  const submit = form.handleSubmit((input) =>
    send(() => moveCaseAction(input), t("step.done", { status: t(`status.${to}`) })),
  );
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("step.title")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          {goals.length > 0 ? (
            <Button look="primary" pending={isSubmitting} onClick={() => void submit()}>
              {t("step.send")}
            </Button>
          ) : null}
        </>
      }
    >
      {goals.length === 0 ? (
        <p className="t13 mut">{t("step.none")}</p>
      ) : (
        <Form onSubmit={submit}>
          <Field label={t("step.to")} required error={words(errors.to)}>
            <Select
              {...form.register("to")}
              choices={goals.map((status) => ({ value: status, label: t(`status.${status}`) }))}
            />
          </Field>
          {step?.decision ? (
            <div className="form-row form-row-2">
              <Field label={t("step.decisionNumber")} required error={words(errors.decisionNumber)}>
                <TextInput {...form.register("decisionNumber")} />
              </Field>
              <Field label={t("step.decisionDate")} required error={words(errors.decisionDate)}>
                <DateTimeInput withTime={false} {...form.register("decisionDate")} />
              </Field>
            </div>
          ) : null}
          {step?.reason ? (
            <Field label={t("step.reason")} required error={words(errors.reason)}>
              <Textarea rows={3} {...form.register("reason")} />
            </Field>
          ) : null}
          <FormProblem problem={problem} attempt={submitCount} />
        </Form>
      )}
      <Conflict by={conflict} onClose={dropConflict} />
    </Dialog>
  );
}
