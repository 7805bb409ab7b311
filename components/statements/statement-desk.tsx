"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { DraftNote } from "@/components/drafts/draft-note";
import { useDraft, useKept } from "@/components/drafts/use-draft";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { useProblemWords } from "@/components/ui/problem-words";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useVnd } from "@/components/ui/money";
import { useToast } from "@/components/ui/toast";
import { fileRefusals } from "@/lib/files/kinds";
import type { SavedDraft } from "@/lib/drafts/schema";
import { formatDateTime } from "@/lib/i18n/local-time";
import { paths } from "@/lib/paths";
import { readStatementAction } from "@/lib/statements/actions";
import type { GroundsForms } from "@/lib/statements/grounds";
import type { StatementOptions, StatementReading } from "@/lib/statements/types";
import { FiledNote } from "./filed-note";
import { fileWithOriginal } from "./file-with-original";
import { filedHere, forgetFiled, rememberFiled } from "./filed-here";
import { FoundList } from "./found-list";
import { MarkedText } from "./marked-text";
import { originalHere, rememberOriginal } from "./original-here";
import { PasteField } from "./paste-field";
import { ReportStrip } from "./report-strip";
import { RequestGroups } from "./request-groups";
import { StatementFoot } from "./statement-foot";
import { emptyStatement, keptStatement, keyOfDraft, read, type StatementValues } from "./statement-values";
import { fieldInDesk, type Refused, requestProblems, toFiled } from "./statement-input";
import { usePlan } from "./use-plan";

/**
 * The fast path: a pasted statement becomes payments, targets and requests grouped by receiver; what is doubtful waits for a
 * click, and all is handed to the signer at once. Kept on the server while it is worked on. `now` is the server's instant.
 */
export function StatementDesk({
  options,
  draft: kept,
  first: shown,
  groundsForms,
  now,
}: {
  options: StatementOptions;
  draft: SavedDraft | null;
  first: StatementReading | null;
  groundsForms: GroundsForms;
  now: string;
}) {
  const t = useTranslations("statement");
  const refusals = useTranslations("files.refused");
  const problemWords = useProblemWords();
  const router = useRouter();
  const toast = useToast();
  const draftKey = `statement:${options.owner?.id ?? "new"}`;
  const [filed, setFiled] = useState(() => filedHere(draftKey));
  const [isLeaving, setLeaving] = useState(false);
  // Back leads to the page as it was before it was filed: what is on it lies in a case now.
  const [isPast] = useState(filed !== null && shown?.text === filed.text);
  const newest = useKept(draftKey, kept);
  const draft = isPast ? null : newest;
  const first = isPast ? null : shown;
  const own = useFormKey();
  const key = keyOfDraft(draft?.body) ?? own.key;
  const [reading, setReading] = useState(first);
  const [isPasting, setPasting] = useState(first === null);
  const [pending, setPending] = useState<"read" | "keep" | "handIn" | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [refused, setRefused] = useState<Refused>(new Map());
  const [fresh] = useState(() => {
    const empty = emptyStatement(key, formatDateTime(now));
    const owned = options.owner ? { ...empty, fraudTypeCode: options.owner.fraudTypeCode } : empty;
    return first ? read(owned, first) : owned;
  });
  const form = useForm<StatementValues>({
    defaultValues: (draft && keptStatement(fresh, draft.body)) ?? fresh,
  });
  const { state, stop } = useDraft(draftKey, form, draft?.savedAt ?? null);
  const { vnd } = useVnd();
  const plan = usePlan(form.control, options, groundsForms, now);
  const shell = useRef<HTMLFormElement>(null);

  async function readText(text: string, file: File | null): Promise<void> {
    if (text.trim() === "") return;
    setPending("read");
    setProblem(null);
    const result = await readStatementAction({ text }).catch(() => null);
    setPending(null);
    if (!result?.ok) {
      setAttempt((count) => count + 1);
      return setProblem(problemWords(result?.code ?? "unreachable"));
    }
    form.reset(read(form.getValues(), result.data), { keepDefaultValues: true });
    form.setValue("text", result.data.text, { shouldDirty: true });
    rememberOriginal(draftKey, result.data.text, file);
    setReading(result.data);
    setPasting(false);
    setFiled(null);
    forgetFiled(draftKey);
    requestAnimationFrame(() => shell.current?.querySelector<HTMLElement>("[data-doubt] button")?.focus());
  }

  async function file(handIn: boolean): Promise<void> {
    setPending(handIn ? "handIn" : "keep");
    setProblem(null);
    setRefused(new Map());
    form.clearErrors();
    const values = form.getValues();
    const { input, fields } = toFiled(values, options, plan.taken(), handIn, (type, loss) =>
      t("titleOf", { type, amount: vnd(loss) }),
    );
    const wrong = fields ?? {};
    const original = originalHere(draftKey, values.text);
    const result = input ? await fileWithOriginal(input, values.text, original) : null;
    if (result?.ok) {
      await stop(true);
      rememberOriginal(draftKey, "", null);
      const done = { caseId: result.data.caseId, code: result.data.code, at: new Date().toISOString() };
      rememberFiled(draftKey, { ...done, text: values.text });
      setFiled({ ...done, text: values.text });
      setLeaving(true);
      toast(
        t(handIn ? "handedIn" : "kept", { code: result.data.code, count: result.data.requestIds.length }),
      );
      return router.push(paths.case(result.data.caseId));
    }
    setPending(null);
    setAttempt((count) => count + 1);
    const told = input ? (result?.fields ?? {}) : wrong;
    setRefused(requestProblems(told, plan.taken(), plan));
    if (told.again) {
      const again = await readStatementAction({ text: values.text }).catch(() => null);
      if (again?.ok) return setReading({ ...reading!, filed: again.data.filed });
    }
    for (const [path, code] of Object.entries(told)) {
      const place = fieldInDesk(values, path);
      if (place) form.setError(place, { type: "server", message: code });
    }
    const unfit = fileRefusals.find((code) => told.original === `file.${code}`);
    if (unfit) return setProblem(refusals(unfit, { name: original?.name ?? t("text") }));
    setProblem(problemWords(input ? (result?.code ?? "unreachable") : "invalid"));
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      event.preventDefault();
      shell.current?.querySelector<HTMLButtonElement>("[data-hand-in]")?.click();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  const source = reading && !isPasting ? originalHere(draftKey, reading.text) : null;
  const before = plan.again ? null : (reading?.filed ?? null);
  if (isLeaving && filed)
    return (
      <div className="ps-report stack">
        <FiledNote filed={filed} />
        <SkeletonRows label={t("filed.opening")} />
      </div>
    );
  return (
    <FormProvider {...form}>
      <Form ref={shell} className="contents" onSubmit={() => undefined}>
        <div className="ps-head">
          <div className="row wrap between">
            <h1 className="h1">
              {options.owner ? t("titleOfCase", { code: options.owner.code }) : t("title")}
            </h1>
            <DraftNote
              state={state}
              onDiscard={() => {
                void stop(true).then(() => window.location.reload());
              }}
            />
          </div>
        </div>
        {isPasting || reading === null ? (
          <div className="ps-report stack">
            {filed ? <FiledNote filed={filed} /> : null}
            <PasteField
              pending={pending === "read"}
              onText={(text, file) => void readText(text, file ?? null)}
            />
            <FormProblem problem={problem} attempt={attempt} />
          </div>
        ) : (
          <>
            {before ? (
              <div className="ps-report">
                <FiledNote
                  filed={before}
                  onGoOn={() => form.setValue("again", true, { shouldDirty: true })}
                />
              </div>
            ) : null}
            <div className="ps-grid">
              <Card
                flush
                className="ps-text"
                title={t("text")}
                aside={
                  <Button size="sm" onClick={() => setPasting(true)}>
                    {t("pasteAgain")}
                  </Button>
                }
              >
                {source ? (
                  <p className="t12 mut ps-source">{t("originalKept", { name: source.name })}</p>
                ) : null}
                <MarkedText text={reading.text} marks={reading.marks} targets={plan.targets} />
              </Card>
              <FoundList text={reading.text} marks={reading.marks} receivers={options.receivers} />
            </div>
            <div className="ps-report">
              <ReportStrip options={options} loss={plan.loss} statedTotals={reading.statedTotals} />
            </div>
            <RequestGroups plan={plan} options={options} refused={refused} />
            <div className="ps-report">
              <FormProblem problem={problem} attempt={attempt} />
            </div>
            <StatementFoot
              plan={plan}
              isHeld={before !== null}
              pending={pending === "keep" || pending === "handIn" ? pending : null}
              onFile={(handIn) => void file(handIn)}
            />
          </>
        )}
      </Form>
    </FormProvider>
  );
}
