"use client";

import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { useFieldWords } from "@/components/forms/field-words";
import { schemaResolver } from "@/components/forms/schema-resolver";
import { useFormKey } from "@/components/forms/use-form-key";
import { endOf, instantOf } from "@/components/requests/answers/typed-answer";
import { useRequestAct } from "@/components/requests/use-request-act";
import { Button } from "@/components/ui/button";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { Note } from "@/components/ui/note";
import { TextInput } from "@/components/ui/text-input";
import { formatDateTime } from "@/lib/i18n/local-time";
import { promiseWorkAction } from "@/lib/ladder/actions";
import { promiseInput } from "@/lib/ladder/schema";

type Values = { promisedAt: string; note: string; lateReason: string };

/** When one means to be done with a request: an instant, a short note, and why when it is later than the request's end (ISO UTC). */
export function PromiseDialog({
  requestId,
  dueAt,
  onClose,
}: {
  requestId: string;
  dueAt: string | null;
  onClose: () => void;
}) {
  const t = useTranslations("promise");
  const words = useFieldWords();
  const { key } = useFormKey();
  const act = useRequestAct(onClose);
  const asked = ({ promisedAt, note, lateReason }: Values) => ({
    key,
    requestId,
    promisedAt: instantOf(promisedAt, endOf),
    note,
    lateReason,
  });
  const form = useForm<Values>({
    defaultValues: { promisedAt: "", note: "", lateReason: "" },
    resolver: schemaResolver(promiseInput, asked),
  });
  const submit = form.handleSubmit((input) => act.send(() => promiseWorkAction(input), t("done")));
  const promised = endOf(useWatch({ control: form.control, name: "promisedAt" }));
  const isLate = dueAt !== null && promised !== null && promised > new Date(dueAt);
  const { errors, isSubmitting, submitCount } = form.formState;
  const refused = (name: "promisedAt" | "lateReason") =>
    act.fields[name] ? { message: act.fields[name] } : undefined;
  const isRefused = Boolean(refused("promisedAt") ?? refused("lateReason"));
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("title")}
      lead={t("lead")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="primary" pending={isSubmitting} onClick={() => void submit()}>
            {t("save")}
          </Button>
        </>
      }
    >
      <Form onSubmit={submit}>
        <Field label={t("at")} required error={words(errors.promisedAt ?? refused("promisedAt"))}>
          <DateTimeInput read={endOf} {...form.register("promisedAt")} />
        </Field>
        <Field label={t("note")} error={words(errors.note)}>
          <TextInput {...form.register("note")} />
        </Field>
        {dueAt ? (
          <Field
            label={t("lateReason")}
            required={isLate}
            hint={t("lateHint", { due: formatDateTime(dueAt) })}
            error={words(errors.lateReason ?? refused("lateReason"))}
          >
            <TextInput {...form.register("lateReason")} />
          </Field>
        ) : null}
        {refused("lateReason") ? <Note tone="amber">{t("isLate")}</Note> : null}
        {isRefused ? null : <FormProblem problem={act.problem} attempt={submitCount} />}
      </Form>
    </Dialog>
  );
}
