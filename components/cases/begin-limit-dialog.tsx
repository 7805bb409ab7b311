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
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { beginLimitAction } from "@/lib/cases/actions";
import { paperLimits } from "@/lib/cases/notices";
import { beginLimitInput } from "@/lib/cases/schema";
import { useCaseAct } from "./use-case-act";

type Values = {
  key: string;
  caseId: string;
  version: number;
  limit: (typeof paperLimits)[number];
  documentNumber: string;
  documentDate: string;
};
const toInput = ({ documentDate, ...rest }: Values) => ({ ...rest, documentDate: dateOf(documentDate) });

/** Which limit began, by a paper of which number and day. */
export function BeginLimitDialog({
  record,
  isExtended,
  onClose,
}: {
  record: { id: string; version: number };
  isExtended: boolean;
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
      limit: "EVIDENCE_TO_PROCURACY",
      documentNumber: "",
      documentDate: "",
    },
    resolver: schemaResolver(beginLimitInput, toInput),
  });
  const { send, problem, conflict, dropConflict } = useCaseAct(form, onClose);
  const { errors, isSubmitting, submitCount } = form.formState;
  const submit = form.handleSubmit((input) => send(() => beginLimitAction(input), t("begin.done")));
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("begin.title")}
      lead={t("begin.lead")}
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
        <Field label={t("begin.limit")} required error={words(errors.limit)}>
          <Select {...form.register("limit")}>
            {paperLimits
              .filter((limit) => limit === "EVIDENCE_TO_PROCURACY" || isExtended)
              .map((limit) => (
                <option key={limit} value={limit}>
                  {t(`begin.by.${limit}`)}
                </option>
              ))}
          </Select>
        </Field>
        <div className="form-row form-row-2">
          <Field label={t("notified.number")} required error={words(errors.documentNumber)}>
            <TextInput {...form.register("documentNumber")} />
          </Field>
          <Field label={t("begin.date")} required error={words(errors.documentDate)}>
            <DateTimeInput withTime={false} {...form.register("documentDate")} />
          </Field>
        </div>
        <FormProblem problem={problem} attempt={submitCount} />
      </Form>
      <Conflict by={conflict} onClose={dropConflict} />
    </Dialog>
  );
}
