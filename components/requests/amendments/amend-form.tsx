"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormProvider, type Path, useForm } from "react-hook-form";
import { Conflict } from "@/components/forms/conflict";
import { useFieldWords } from "@/components/forms/field-words";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { useProblemWords } from "@/components/ui/problem-words";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import type { ChangedBy } from "@/lib/errors";
import { fieldsOf } from "@/lib/fields";
import { paths } from "@/lib/paths";
import { saveAmendmentAction, submitAmendmentAction } from "@/lib/requests/amendments/actions";
import { amendmentInput } from "@/lib/requests/amendments/schema";
import type { AmendmentForm } from "@/lib/requests/amendments/types";
import { AmendTargets } from "./amend-targets";
import { type AmendmentValues, amendmentValues, toAmendment } from "./amendment-values";

/** Drafts an amendment: reason, more time, amounts, targets, text. Saved, or handed to the signer; nothing changes before he signs. */
export function AmendForm({ form: begin }: { form: AmendmentForm }) {
  const t = useTranslations("amendment");
  const words = useFieldWords();
  const problemWords = useProblemWords();
  const router = useRouter();
  const toast = useToast();
  const { key, renew } = useFormKey();
  const [opened, setOpened] = useState(begin);
  const [problem, setProblem] = useState<string | null>(null);
  const [conflict, setConflict] = useState<ChangedBy | null>(null);
  const [pending, setPending] = useState<"save" | "submit" | null>(null);
  const [attempt, setAttempt] = useState(0);
  const form = useForm<AmendmentValues>({ defaultValues: amendmentValues(begin) });
  const { errors } = form.formState;

  async function send(how: "save" | "submit"): Promise<void> {
    setAttempt((before) => before + 1);
    setProblem(null);
    form.clearErrors();
    const { input, at } = toAmendment(form.getValues(), opened, key);
    const refuse = (fields: Record<string, string>) =>
      Object.entries(fields).forEach(([path, message], index) =>
        form.setError(at(path) as Path<AmendmentValues>, { message }, { shouldFocus: index === 0 }),
      );
    const parsed = amendmentInput.safeParse(input);
    if (!parsed.success) {
      refuse(fieldsOf(parsed.error));
      return setProblem(problemWords("invalid"));
    }
    setPending(how);
    const saved = await saveAmendmentAction(input).catch(() => null);
    if (!saved?.ok) {
      setPending(null);
      if (saved?.fields) refuse(saved.fields);
      if (saved?.by && !saved.fields) return setConflict(saved.by);
      return setProblem(problemWords(saved?.code ?? "unreachable"));
    }
    renew();
    const { requestId, amendmentId, version } = saved.data;
    setOpened((before) => ({ ...before, draft: { ...before.draft!, id: amendmentId, version } }));
    const handedIn =
      how === "submit"
        ? await submitAmendmentAction({
            key: crypto.randomUUID(),
            requestId,
            amendmentId,
            amendmentVersion: version,
          }).catch(() => null)
        : null;
    setPending(null);
    if (how === "submit" && !handedIn?.ok) return setProblem(problemWords(handedIn?.code ?? "unreachable"));
    toast(t(how === "submit" ? "submitted" : "saved"));
    router.push(paths.request(requestId));
  }

  return (
    <FormProvider {...form}>
      <Form className="stack" onSubmit={() => send("submit")}>
        <Card title={t("why")}>
          <div className="stack-3">
            <Field label={t("reason")} hint={t("reasonHint")} required error={words(errors.reason)}>
              <Textarea rows={3} {...form.register("reason")} />
            </Field>
            {opened.dueAt ? (
              <Field label={t("due")} hint={t("dueHint")} required error={words(errors.due)}>
                <DateTimeInput {...form.register("due")} />
              </Field>
            ) : null}
          </div>
        </Card>
        <AmendTargets form={opened} />
        <Card title={t("text")}>
          <div className="stack-3">
            <Field label={t("grounds")} required error={words(errors.grounds)}>
              <Textarea rows={6} {...form.register("grounds")} />
            </Field>
            <Field label={t("disclosure")} error={words(errors.disclosure)}>
              <Textarea rows={2} {...form.register("disclosure")} />
            </Field>
          </div>
        </Card>
        <FormProblem problem={problem} attempt={attempt} />
        <div className="row end wrap">
          <Button pending={pending === "save"} disabled={pending !== null} onClick={() => void send("save")}>
            {t("save")}
          </Button>
          <Button type="submit" look="primary" pending={pending === "submit"} disabled={pending !== null}>
            {t("submit")}
          </Button>
        </div>
      </Form>
      <Conflict by={conflict} onClose={() => setConflict(null)} />
    </FormProvider>
  );
}
