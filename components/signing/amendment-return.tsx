"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Conflict } from "@/components/forms/conflict";
import { useFieldWords } from "@/components/forms/field-words";
import { schemaResolver } from "@/components/forms/schema-resolver";
import { useFormKey } from "@/components/forms/use-form-key";
import { useRequestAct } from "@/components/requests/use-request-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { Textarea } from "@/components/ui/textarea";
import { returnAmendmentAction } from "@/lib/requests/amendments/actions";
import { returnAmendmentInput } from "@/lib/requests/amendments/schema";

type Ids = { requestId: string; amendmentId: string; amendmentVersion: number };

/** Gives an amendment back to its drafter with a reason. */
export function AmendmentReturn({ open, ids, onClose }: { open: boolean; ids: Ids; onClose: () => void }) {
  const t = useTranslations("amendment");
  const words = useFieldWords();
  const { key } = useFormKey();
  const form = useForm({
    defaultValues: { reason: "" },
    resolver: schemaResolver(returnAmendmentInput, (values: { reason: string }) => ({
      ...values,
      ...ids,
      key,
    })),
  });
  const act = useRequestAct(onClose);
  const submit = form.handleSubmit(({ reason }) =>
    act.send(() => returnAmendmentAction({ ...ids, key, reason }), t("gaveBack")),
  );
  const { errors, isSubmitting, submitCount } = form.formState;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("return")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="primary" pending={isSubmitting} onClick={() => void submit()}>
            {t("return")}
          </Button>
        </>
      }
    >
      <Form onSubmit={submit}>
        <Field label={t("returnReason")} required error={words(errors.reason)}>
          <Textarea rows={4} {...form.register("reason")} />
        </Field>
        <FormProblem problem={act.problem} attempt={submitCount} />
      </Form>
      <Conflict by={act.conflict} onClose={act.dropConflict} />
    </Dialog>
  );
}
