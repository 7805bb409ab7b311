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
import { proposeWaiverAction } from "@/lib/requests/deadline/actions";
import { proposeWaiverInput } from "@/lib/requests/deadline/schema";
import { useRequestAct } from "../use-request-act";

/** Proposes that nobody need keep this limit; a commander decides, and the clock runs on until then. */
export function ProposeWaiverDialog({
  request,
  onClose,
}: {
  request: { id: string; version: number };
  onClose: () => void;
}) {
  const t = useTranslations("deadline.waiver");
  const acts = useTranslations("requests.acts");
  const words = useFieldWords();
  const { key } = useFormKey();
  const act = useRequestAct(onClose);
  const form = useForm<{ reason: string }>({
    defaultValues: { reason: "" },
    resolver: schemaResolver(proposeWaiverInput, ({ reason }: { reason: string }) => ({
      key,
      requestId: request.id,
      version: request.version,
      reason,
    })),
  });
  const submit = form.handleSubmit((input) => act.send(() => proposeWaiverAction(input), t("proposedDone")));
  const { errors, isSubmitting, submitCount } = form.formState;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("propose")}
      lead={t("proposeText")}
      footer={
        <>
          <Button onClick={onClose}>{acts("cancel")}</Button>
          <Button look="primary" pending={isSubmitting} onClick={() => void submit()}>
            {t("proposeSend")}
          </Button>
        </>
      }
    >
      <Form onSubmit={submit}>
        <Field label={acts("reason")} hint={t("reasonHint")} required error={words(errors.reason)}>
          <Textarea rows={4} {...form.register("reason")} />
        </Field>
        <FormProblem problem={act.problem} attempt={submitCount} />
      </Form>
      <Conflict by={act.conflict} onClose={act.dropConflict} />
    </Dialog>
  );
}
