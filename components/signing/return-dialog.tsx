"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Undo2 } from "@/components/icons/undo-2";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useFieldWords } from "@/components/forms/field-words";
import { reached } from "@/components/forms/reached";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { Textarea } from "@/components/ui/textarea";
import { returnRequestAction } from "@/lib/requests/signing/actions";
import { returnInput } from "@/lib/requests/signing/schema";
import type { SigningCard } from "@/lib/requests/signing/types";

/** Gives the draft back to its drafter with a reason that he will read. */
export function ReturnDialog({
  card,
  open,
  onClose,
  onReturned,
}: {
  card: SigningCard;
  open: boolean;
  onClose: () => void;
  onReturned: () => void;
}) {
  const t = useTranslations("signing.return");
  const words = useFieldWords();
  const problems = useTranslations("problems");
  const [problem, setProblem] = useState<string | null>(null);
  const [key] = useState(() => crypto.randomUUID());
  const form = useForm({
    resolver: zodResolver(returnInput),
    defaultValues: { key, requestId: card.id, version: card.version, reason: "" },
  });
  const { isSubmitting, errors: bad, submitCount } = form.formState;
  const submit = form.handleSubmit(async (input) => {
    const result = await reached(returnRequestAction(input));
    if (result.ok) return onReturned();
    if (result.fields?.reason) form.setError("reason", { message: result.fields.reason });
    else setProblem(result.by ? t("meanwhile", { who: result.by.name }) : problems(result.code));
  });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      icon={<Undo2 className="i i-20" aria-hidden />}
      title={t("title", { code: card.code })}
      lead={t("lead", { who: card.drafter })}
    >
      <Form onSubmit={submit}>
        <Field label={t("reason")} hint={t("hint")} error={words(bad.reason)} required>
          <Textarea rows={4} autoFocus {...form.register("reason")} />
        </Field>
        <FormProblem problem={problem} attempt={submitCount} />
        <div className="row end">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="danger-solid" type="submit" pending={isSubmitting}>
            {t("send")}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
