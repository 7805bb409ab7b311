"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { DraftNote } from "@/components/drafts/draft-note";
import { useDraft, useKept } from "@/components/drafts/use-draft";
import { showFields } from "@/components/forms/field-words";
import { schemaResolver } from "@/components/forms/schema-resolver";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { Note } from "@/components/ui/note";
import { useProblemWords } from "@/components/ui/problem-words";
import { useToast } from "@/components/ui/toast";
import { openCaseAction } from "@/lib/cases/actions";
import { caseInput } from "@/lib/cases/schema";
import type { CaseFormOptions } from "@/lib/cases/types";
import type { SavedDraft } from "@/lib/drafts/schema";
import { formatDateTime, formatTime } from "@/lib/i18n/local-time";
import { paths } from "@/lib/paths";
import { type CaseValues, caseValuesOf, emptyCase, toCaseInput } from "./case-form-values";
import { PaymentFields } from "./payment-fields";
import { ReportFields } from "./report-fields";
import { TargetFields } from "./target-fields";
import { VictimFields } from "./victim-fields";

/** The report form. Kept on the server while it is typed; `now` is the server's instant. */
export function CaseForm({
  options,
  draft,
  now,
}: {
  options: CaseFormOptions;
  draft: SavedDraft | null;
  now: string;
}) {
  const t = useTranslations("cases.form");
  const drafts = useTranslations("drafts");
  const problemWords = useProblemWords();
  const router = useRouter();
  const toast = useToast();
  const { key } = useFormKey();
  const kept = useKept("case:new", draft);
  const [problem, setProblem] = useState<string | null>(null);
  const fresh = useMemo(() => emptyCase(key, formatDateTime(now)), [key, now]);
  const form = useForm<CaseValues>({
    defaultValues: kept ? { ...caseValuesOf(kept.body, fresh), key } : fresh,
    resolver: schemaResolver(caseInput, toCaseInput),
  });
  const { state, stop } = useDraft("case:new", form, kept?.savedAt ?? null);
  const { isSubmitting, submitCount } = form.formState;
  /** Only what was there when the page was opened was opened again; a refresh brings what is being typed. */
  const [restoredAt] = useState(kept?.savedAt ?? null);

  const submit = form.handleSubmit(
    async (input) => {
      setProblem(null);
      const result = await openCaseAction(input).catch(() => null);
      if (!result) return setProblem(problemWords("unreachable"));
      if (!result.ok) {
        showFields(form, result);
        return setProblem(problemWords(result.code));
      }
      await stop(true);
      toast(t("opened", { code: result.data.code }));
      router.push(paths.case(result.data.caseId));
    },
    () => setProblem(problemWords("invalid")),
  );

  return (
    <FormProvider {...form}>
      <Form className="stack max-w-5xl" onSubmit={submit}>
        {restoredAt ? <Note tone="blue">{drafts("restored", { time: formatTime(restoredAt) })}</Note> : null}
        <VictimFields />
        <PaymentFields institutions={options.institutions} />
        <TargetFields institutions={options.institutions} />
        <ReportFields options={options} />
        <FormProblem problem={problem} attempt={submitCount} />
        <div className="form-foot">
          <DraftNote
            state={state}
            onDiscard={() => {
              void stop(true).then(() => window.location.reload());
            }}
          />
          <span className="push" />
          <Button type="submit" look="primary" pending={isSubmitting}>
            {t("send")}
          </Button>
        </div>
      </Form>
    </FormProvider>
  );
}
