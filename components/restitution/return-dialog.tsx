"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Conflict } from "@/components/forms/conflict";
import { showFields, useFieldWords } from "@/components/forms/field-words";
import { instantOf, schemaResolver } from "@/components/forms/schema-resolver";
import { useFormKey } from "@/components/forms/use-form-key";
import { useReleaseAct } from "@/components/release/use-release-act";
import { Button } from "@/components/ui/button";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { MoneyInput } from "@/components/ui/money-input";
import { TextInput } from "@/components/ui/text-input";
import { formatDateTime } from "@/lib/i18n/local-time";
import { vndParts } from "@/lib/money/format-vnd";
import { recordReturnAction } from "@/lib/restitution/actions";
import { recordReturnInput } from "@/lib/restitution/schema";
import type { ReturnTask } from "@/lib/restitution/types";

type Values = { amount: string; returnedAt: string; reference: string };

/** One payment back: how much, when, under which reference. What is left of the share stands there already. */
export function ReturnDialog({
  share,
  open,
  onClose,
}: {
  share: ReturnTask["shares"][number];
  open: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("restitution.desk");
  const words = useFieldWords();
  const { key, renew } = useFormKey();
  const inputOf = ({ returnedAt, ...values }: Values) => ({
    ...values,
    key,
    shareId: share.id,
    version: share.version,
    returnedAt: instantOf(returnedAt),
  });
  const form = useForm<Values>({
    defaultValues: {
      amount: vndParts(BigInt(share.amount) - BigInt(share.returned)).digits,
      returnedAt: formatDateTime(new Date()),
      reference: "",
    },
    resolver: schemaResolver(recordReturnInput, (values: Values) => inputOf(values)),
  });
  const act = useReleaseAct(() => {
    renew();
    onClose();
  });
  const { errors, isSubmitting, submitCount } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    const result = await act.send(() => recordReturnAction(inputOf(values)), t("saved"));
    if (!result.ok) showFields(form, result);
  });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("dialogTitle")}
      footer={
        <>
          <Button onClick={onClose}>{t("close")}</Button>
          <Button look="primary" pending={isSubmitting} onClick={() => void submit()}>
            {t("send")}
          </Button>
        </>
      }
    >
      <Form onSubmit={submit}>
        <Field label={t("amountField")} required error={words(errors.amount)}>
          <MoneyInput {...form.register("amount")} />
        </Field>
        <Field label={t("atField")} required error={words(errors.returnedAt)}>
          <DateTimeInput {...form.register("returnedAt")} />
        </Field>
        <Field label={t("reference")} hint={t("referenceHint")} required error={words(errors.reference)}>
          <TextInput mono autoComplete="off" {...form.register("reference")} />
        </Field>
        <FormProblem problem={act.problem} attempt={submitCount} />
      </Form>
      <Conflict by={act.conflict} onClose={act.dropConflict} />
    </Dialog>
  );
}
