"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Conflict } from "@/components/forms/conflict";
import { useFieldWords } from "@/components/forms/field-words";
import { momentOf, schemaResolver } from "@/components/forms/schema-resolver";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { Textarea } from "@/components/ui/textarea";
import { formatDateTime } from "@/lib/i18n/local-time";
import { extendDeadlineAction } from "@/lib/requests/deadline/actions";
import { extendDeadlineInput } from "@/lib/requests/deadline/schema";
import { useRequestAct } from "../use-request-act";

type Values = { until: string; reason: string };

/** More time for the answer: until when and why. The addressee reads both. Instants ISO UTC. */
export function ExtendDialog({
  request,
  due,
  latest,
  onClose,
}: {
  request: { id: string; version: number };
  due: string;
  latest: string;
  onClose: () => void;
}) {
  const t = useTranslations("deadline.extend");
  const acts = useTranslations("requests.acts");
  const words = useFieldWords();
  const { key } = useFormKey();
  const act = useRequestAct(onClose);
  const asked = ({ until, reason }: Values) => ({
    key,
    requestId: request.id,
    version: request.version,
    until: momentOf(until),
    reason,
  });
  const form = useForm<Values>({
    defaultValues: { until: formatDateTime(latest), reason: "" },
    resolver: schemaResolver(extendDeadlineInput, asked),
  });
  // The resolver hands back what the command takes: an instant, not what was typed.
  const submit = form.handleSubmit((input) => act.send(() => extendDeadlineAction(input), t("done")));
  const { errors, isSubmitting, submitCount } = form.formState;
  const refused = act.fields.until ? { message: act.fields.until } : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("title")}
      lead={t("lead", { due: formatDateTime(due), latest: formatDateTime(latest) })}
      footer={
        <>
          <Button onClick={onClose}>{acts("cancel")}</Button>
          <Button look="primary" pending={isSubmitting} onClick={() => void submit()}>
            {t("send")}
          </Button>
        </>
      }
    >
      <Form onSubmit={submit}>
        <Field label={t("until")} required error={words(errors.until ?? refused)}>
          <DateTimeInput {...form.register("until")} />
        </Field>
        <Field label={t("reason")} hint={t("reasonHint")} required error={words(errors.reason)}>
          <Textarea rows={3} {...form.register("reason")} />
        </Field>
        {refused ? null : <FormProblem problem={act.problem} attempt={submitCount} />}
      </Form>
      <Conflict by={act.conflict} onClose={act.dropConflict} />
    </Dialog>
  );
}
