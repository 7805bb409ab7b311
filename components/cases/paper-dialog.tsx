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
import { beginLimitAction, markNotifiedAction } from "@/lib/cases/actions";
import { paperLimits } from "@/lib/cases/notices";
import { beginLimitInput, markNotifiedInput } from "@/lib/cases/schema";
import { useCaseAct } from "./use-case-act";

/** What a paper does to the clocks of its case. */
export type PaperAct =
  /** A limit begins by it. `isExtended`: the complex limit runs, so that the procuracy may be asked for more. */
  | { does: "begin"; isExtended: boolean }
  /** It is the notice that a clock waits for; `mayExtend`: the procuracy's decision on an extension. */
  | { does: "notified"; deadlineId: string; name: string; mayExtend: boolean };

type Values = {
  key: string;
  caseId: string;
  version: number;
  deadlineId: string;
  limit: (typeof paperLimits)[number];
  documentNumber: string;
  documentDate: string;
  extendedUntil: string;
};
const toInput = ({ documentDate, extendedUntil, ...rest }: Values) => ({
  ...rest,
  documentDate: dateOf(documentDate),
  extendedUntil: extendedUntil ? dateOf(extendedUntil) : undefined,
});

/** Which number and day a paper has. What the act does not ask for, its schema drops. words: cases.begin.* cases.notified.* */
export function PaperDialog({
  record,
  act,
  onClose,
}: {
  record: { id: string; version: number };
  act: PaperAct;
  onClose: () => void;
}) {
  const t = useTranslations("cases");
  const words = useFieldWords();
  const { key } = useFormKey();
  const { schema, action } =
    act.does === "begin"
      ? { schema: beginLimitInput, action: beginLimitAction }
      : { schema: markNotifiedInput, action: markNotifiedAction };
  const form = useForm<Values>({
    defaultValues: {
      key,
      caseId: record.id,
      version: record.version,
      deadlineId: act.does === "notified" ? act.deadlineId : "",
      limit: "EVIDENCE_TO_PROCURACY",
      documentNumber: "",
      documentDate: "",
      extendedUntil: "",
    },
    resolver: schemaResolver(schema, toInput),
  });
  const { send, problem, conflict, dropConflict } = useCaseAct(form, onClose);
  const { errors, isSubmitting, submitCount } = form.formState;
  const submit = form.handleSubmit((input) => send(() => action(input), t(`${act.does}.done`)));
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`${act.does}.title`)}
      lead={act.does === "begin" ? t("begin.lead") : act.name}
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
        {act.does === "begin" ? (
          <Field label={t("begin.limit")} required error={words(errors.limit)}>
            <Select {...form.register("limit")}>
              {paperLimits
                .filter((limit) => limit === "EVIDENCE_TO_PROCURACY" || act.isExtended)
                .map((limit) => (
                  <option key={limit} value={limit}>
                    {t(`begin.by.${limit}`)}
                  </option>
                ))}
            </Select>
          </Field>
        ) : null}
        <div className="form-row form-row-2">
          <Field label={t("notified.number")} required error={words(errors.documentNumber)}>
            <TextInput {...form.register("documentNumber")} />
          </Field>
          <Field label={t(`${act.does}.date`)} required error={words(errors.documentDate)}>
            <DateTimeInput withTime={false} {...form.register("documentDate")} />
          </Field>
        </div>
        {act.does === "notified" && act.mayExtend ? (
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
