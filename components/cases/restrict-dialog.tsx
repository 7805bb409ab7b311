"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Conflict } from "@/components/forms/conflict";
import { useFieldWords } from "@/components/forms/field-words";
import { schemaResolver } from "@/components/forms/schema-resolver";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { Textarea } from "@/components/ui/textarea";
import { restrictCaseAction } from "@/lib/cases/actions";
import { restrictInput } from "@/lib/cases/schema";
import type { CaseDetail } from "@/lib/cases/types";
import { useCaseAct } from "./use-case-act";

type Values = { key: string; caseId: string; version: number; restricted: boolean; reason: string };

/** Restricts a case to its members, or opens it to the unit again; a reason is recorded either way. */
export function RestrictDialog({
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
  const form = useForm<Values>({
    defaultValues: {
      key,
      caseId: record.id,
      version: record.version,
      restricted: !record.restricted,
      reason: "",
    },
    resolver: schemaResolver(restrictInput, (values: Values) => values),
  });
  const { send, problem, conflict, dropConflict } = useCaseAct(form, onClose);
  const { errors, isSubmitting, submitCount } = form.formState;
  const submit = form.handleSubmit((input) => send(() => restrictCaseAction(input), t("restrictForm.done")));
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t(record.restricted ? "restrictForm.openTitle" : "restrictForm.title")}
      lead={t(record.restricted ? "restrictForm.openText" : "restrictForm.text")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="primary" pending={isSubmitting} onClick={() => void submit()}>
            {t(record.restricted ? "restrictForm.openSend" : "restrictForm.send")}
          </Button>
        </>
      }
    >
      <Form onSubmit={submit}>
        <Field label={t("restrictForm.reason")} required error={words(errors.reason)}>
          <Textarea rows={3} {...form.register("reason")} />
        </Field>
        <FormProblem problem={problem} attempt={submitCount} />
      </Form>
      <Conflict by={conflict} onClose={dropConflict} />
    </Dialog>
  );
}
