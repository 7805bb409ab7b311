"use client";

import { ArrowRightLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { showFields, useFieldWords } from "@/components/forms/field-words";
import { schemaResolver } from "@/components/forms/schema-resolver";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormProblem } from "@/components/ui/form-problem";
import { useProblemWords } from "@/components/ui/problem-words";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { handOverAction } from "@/lib/requests/handover/actions";
import { handOverInput } from "@/lib/requests/handover/schema";
import type { HandoverOffer } from "@/lib/requests/handover/types";

type Values = { toMembershipId: string; note: string };
/** The choice "nobody": what goes back to the desk as a whole. */
const nobody = "nobody";

/** To whom, and a word about it; for all that one holds, or for those chosen in a list. */
export function HandoverDialog({
  offer,
  requestIds,
  onClose,
  onDone,
}: {
  offer: HandoverOffer;
  requestIds?: string[];
  onClose: () => void;
  onDone?: () => void;
}) {
  const t = useTranslations("handover");
  const words = useFieldWords();
  const problemWords = useProblemWords();
  const router = useRouter();
  const toast = useToast();
  const { key } = useFormKey();
  const [problem, setProblem] = useState<string | null>(null);
  const inputOf = ({ toMembershipId, note }: Values) => ({
    key,
    ...(requestIds ? { requestIds } : {}),
    toMembershipId: toMembershipId === nobody ? null : toMembershipId,
    note,
  });
  const form = useForm<Values>({
    defaultValues: { toMembershipId: "", note: "" },
    resolver: schemaResolver(handOverInput, inputOf),
  });
  const { errors, isSubmitting, submitCount } = form.formState;
  const count = requestIds?.length ?? offer.held;
  const submit = form.handleSubmit(async (values) => {
    setProblem(null);
    const result = await handOverAction(inputOf(values)).catch(() => null);
    if (!result?.ok) {
      if (!result || !showFields(form, result)) setProblem(problemWords(result?.code ?? "unreachable"));
      return;
    }
    const { done, skipped, left } = result.data;
    toast(t("done", { count: done, skipped, left }));
    onClose();
    onDone?.();
    router.refresh();
  });
  return (
    <Dialog
      open
      onClose={onClose}
      icon={<ArrowRightLeft className="i i-20" aria-hidden />}
      title={t("title", { count })}
      lead={t("lead")}
    >
      <form method="post" className="stack-3" onSubmit={(event) => void submit(event)} noValidate>
        <Field label={t("to")} required error={words(errors.toMembershipId)}>
          <Select
            autoFocus
            placeholder={t("choose")}
            choices={[
              ...offer.colleagues.map(({ membershipId, name }) => ({ value: membershipId, label: name })),
              { value: nobody, label: t("nobody") },
            ]}
            {...form.register("toMembershipId")}
          />
        </Field>
        <Field label={t("note")} hint={t("noteHint")} required error={words(errors.note)}>
          <Textarea rows={4} {...form.register("note")} />
        </Field>
        <FormProblem problem={problem} attempt={submitCount} />
        <div className="row end">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="primary" type="submit" pending={isSubmitting}>
            {t("send", { count })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
