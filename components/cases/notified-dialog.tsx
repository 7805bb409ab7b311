"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Conflict } from "@/components/forms/conflict";
import { useFieldWords } from "@/components/forms/field-words";
import { dateOf, schemaResolver } from "@/components/forms/schema-resolver";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { TextInput } from "@/components/ui/text-input";
import { markNotifiedAction } from "@/lib/cases/actions";
import { markNotifiedInput } from "@/lib/cases/schema";
import { useCaseAct } from "./use-case-act";

type Values = {
  key: string;
  caseId: string;
  version: number;
  deadlineId: string;
  documentNumber: string;
  documentDate: string;
  extendedUntil: string;
};
const toInput = ({ documentDate, extendedUntil, ...rest }: Values) => ({
  ...rest,
  documentDate: dateOf(documentDate),
  extendedUntil: extendedUntil ? dateOf(extendedUntil) : undefined,
});

/** Under which number and on which day a notice was sent, or a decision on an extension came. */
export function NotifiedDialog({
  record,
  deadlineId,
  name,
  mayExtend,
  onClose,
}: {
  record: { id: string; version: number };
  deadlineId: string;
  name: string;
  /** It is the procuracy's decision on an extension. */
  mayExtend: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("cases");
  const words = useFieldWords();
  const { key } = useFormKey();
  const form = useForm<Values>({
    defaultValues: {
      key,
      caseId: record.id,
      version: record.version,
      deadlineId,
      documentNumber: "",
      documentDate: "",
      extendedUntil: "",
    },
    resolver: schemaResolver(markNotifiedInput, toInput),
  });
  const { send, problem, conflict, dropConflict } = useCaseAct(form, onClose);
  const { errors, isSubmitting, submitCount } = form.formState;
  const submit = form.handleSubmit((input) => send(() => markNotifiedAction(input), t("notified.done")));
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("notified.title")}
      lead={name}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="primary" pending={isSubmitting} onClick={() => void submit()}>
            {t("notified.send")}
          </Button>
        </>
      }
    >
      <Form onSubmit={submit}>
        <div className="form-row form-row-2">
          <Field label={t("notified.number")} required error={words(errors.documentNumber)}>
            <TextInput {...form.register("documentNumber")} />
          </Field>
          <Field label={t("notified.date")} required error={words(errors.documentDate)}>
            <DateTimeInput withTime={false} {...form.register("documentDate")} />
          </Field>
        </div>
        {mayExtend ? (
          <Field
            label={t("notified.extendedUntil")}
            hint={t("notified.extendedUntilHint")}
            error={words(errors.extendedUntil)}
          >
            <DateTimeInput withTime={false} {...form.register("extendedUntil")} />
          </Field>
        ) : null}
        <FormProblem problem={problem} attempt={submitCount} />
      </Form>
      <Conflict by={conflict} onClose={dropConflict} />
    </Dialog>
  );
}
