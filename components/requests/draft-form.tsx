"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import { FormProvider, type Path, useForm } from "react-hook-form";
import { DraftNote } from "@/components/drafts/draft-note";
import { useDraft, useKept } from "@/components/drafts/use-draft";
import { useClearedErrors } from "@/components/forms/use-cleared-errors";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { Note } from "@/components/ui/note";
import { useProblemWords } from "@/components/ui/problem-words";
import { useServerNow } from "@/components/ui/server-clock";
import { useToast } from "@/components/ui/toast";
import type { SavedDraft } from "@/lib/drafts/schema";
import { formatTime } from "@/lib/i18n/local-time";
import { paths } from "@/lib/paths";
import { draftAsSavedAction, saveDraftAction, submitRequestAction } from "@/lib/requests/drafting/actions";
import { againDraftKey, newDraftKey } from "@/lib/requests/drafting/draft-key";
import type { DraftOptions, DraftValuesSaved } from "@/lib/requests/drafting/types";
import { fieldsOf } from "@/lib/fields";
import { kindOf } from "@/lib/requests/kinds";
import { readDetails } from "@/lib/requests/kinds/details";
import { draftInput } from "@/lib/requests/schema";
import { DraftConflict, type Lost } from "./draft-conflict";
import { AboutFields } from "./draft-about-fields";
import { DetailFields } from "./draft-detail-fields";
import { DraftFiles } from "./draft-files";
import { GroundFields } from "./draft-ground-fields";
import { PairFields } from "./draft-pair-fields";
import { PickFields } from "./draft-pick-fields";
import {
  amountsBeyondTrail,
  draftAnew,
  type DraftValues,
  errorsBehind,
  fieldInForm,
  keptDraft,
  newDraft,
  savedDraft,
  toDraftInput,
} from "./draft-values";

/** Drafts a request: kind, addressee, targets with amounts, bases, grounds. Saved as a draft or handed to the signer. */
export function DraftForm({
  options,
  saved,
  again,
  draft,
  beginWith,
}: {
  options: DraftOptions;
  saved?: DraftValuesSaved;
  /** A withdrawn request that is drafted anew. */
  again?: DraftValuesSaved;
  draft: SavedDraft | null;
  beginWith?: string;
}) {
  const t = useTranslations("requests.form");
  const acts = useTranslations("requests.acts");
  const detail = useTranslations("requests.detail");
  const drafts = useTranslations("drafts");
  const problemWords = useProblemWords();
  const router = useRouter();
  const now = useServerNow();
  const toast = useToast();
  const { key, renew } = useFormKey();
  const [problem, setProblem] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Lost | null>(null);
  const [pending, setPending] = useState<"save" | "submit" | null>(null);
  const fresh = useMemo(() => {
    if (saved) return savedDraft(options, key, saved);
    return again ? draftAnew(options, key, again) : newDraft(options, key, beginWith);
  }, [options, saved, again, key, beginWith]);
  const newKey = again ? againDraftKey(again.requestId) : newDraftKey(options.caseId, beginWith);
  const draftKey = saved ? `request:${saved.requestId}` : newKey;
  const kept = useKept(draftKey, draft);
  const form = useForm<DraftValues>({ defaultValues: kept ? keptDraft(fresh, kept.body) : fresh });
  const { state, stop } = useDraft(draftKey, form, kept?.savedAt ?? null);
  const [attempt, setAttempt] = useState(0);
  /** Only what was there when the page was opened was opened again; a refresh brings what is being typed. */
  const [restoredAt] = useState(kept?.savedAt ?? null);

  const [refusals, setRefusals] = useState(0);

  useClearedErrors(form, errorsBehind);
  // After the sentence above the buttons took the focus: a form longer than the window shows what is to be mended, the first of it in reading order.
  useEffect(() => {
    if (refusals === 0) return;
    const marked = document.querySelector<HTMLElement>(
      'form [aria-invalid="true"], form fieldset.field-bad :is(input, select, textarea, button)',
    );
    marked?.scrollIntoView({ block: "center" });
    marked?.focus({ preventScroll: true });
  }, [refusals]);

  function refuse(fields: Record<string, string>): void {
    form.clearErrors();
    for (const [path, code] of Object.entries(fields))
      form.setError(fieldInForm(options, form.getValues(), path) as Path<DraftValues>, { message: code });
    setRefusals((before) => before + 1);
  }

  async function send(how: "save" | "submit", version = form.getValues("version")): Promise<void> {
    setAttempt((before) => before + 1);
    setProblem(null);
    const input = { ...toDraftInput(options)({ ...form.getValues(), version }), key };
    const parsed = draftInput.safeParse(input);
    if (!parsed.success) {
      refuse(fieldsOf(parsed.error));
      return setProblem(problemWords("invalid"));
    }
    const { problems } = readDetails(kindOf(parsed.data.kindCode), parsed.data, now);
    const beyond = { ...problems, ...amountsBeyondTrail(options, parsed.data) };
    if (Object.keys(beyond).length > 0) {
      refuse(beyond);
      return setProblem(problemWords("invalid"));
    }
    setPending(how);
    const result = await saveDraftAction(input).catch(() => null);
    if (!result?.ok) {
      if (result?.code === "changed-meanwhile" && result.by) {
        const { requestId } = form.getValues();
        const now = requestId ? await draftAsSavedAction({ requestId }).catch(() => null) : null;
        setPending(null);
        return setConflict({ by: result.by, saved: now?.ok ? now.data : null });
      }
      setPending(null);
      if (result?.fields) refuse(result.fields);
      return setProblem(problemWords(result?.code ?? "unreachable"));
    }
    renew();
    form.setValue("requestId", result.data.requestId);
    form.setValue("version", result.data.version);
    const submitted =
      how === "submit"
        ? await submitRequestAction({
            key: crypto.randomUUID(),
            requestId: result.data.requestId,
            version: result.data.version,
          }).catch(() => null)
        : null;
    const { twin } = result.data;
    if (submitted?.ok && twin)
      await submitRequestAction({
        key: crypto.randomUUID(),
        requestId: twin.requestId,
        version: twin.version,
      }).catch(() => null);
    setPending(null);
    if (how === "submit" && !submitted?.ok) return setProblem(problemWords(submitted?.code ?? "unreachable"));
    await stop(true);
    toast(how === "submit" ? acts("submitted") : saved ? t("saved", { code: saved.code }) : t("savedFirst"));
    router.push(paths.request(result.data.requestId));
  }

  return (
    <FormProvider {...form}>
      <Form className="stack max-w-5xl" onSubmit={() => send("submit")}>
        {restoredAt ? <Note tone="blue">{drafts("restored", { time: formatTime(restoredAt) })}</Note> : null}
        {saved?.statedReason ? (
          <Note tone="red" title={detail("returned")}>
            {saved.statedReason}
          </Note>
        ) : null}
        {again ? <Note tone="blue">{t("againFrom", { code: again.code })}</Note> : null}
        <AboutFields options={options} beginWith={beginWith} />
        <PickFields options={options} />
        <DetailFields options={options} />
        {saved ? null : <PairFields options={options} />}
        <GroundFields options={options} />
        <DraftFiles caseId={options.caseId} caseFiles={options.caseFiles} />
        <FormProblem problem={problem} attempt={attempt} />
        <div className="form-foot">
          <DraftNote state={state} onDiscard={() => void stop(true).then(() => window.location.reload())} />
          <span className="push" />
          <Button pending={pending === "save"} onClick={() => void send("save")}>
            {t("save")}
          </Button>
          <Button type="submit" look="primary" pending={pending === "submit"}>
            {t("saveAndSubmit")}
          </Button>
        </div>
        <DraftConflict
          lost={conflict}
          options={options}
          onClose={() => setConflict(null)}
          onKeepMine={(version) => {
            setConflict(null);
            void send("save", version);
          }}
          onTakeTheirs={(theirs) => {
            renew();
            form.reset(savedDraft(options, key, theirs));
          }}
        />
      </Form>
    </FormProvider>
  );
}
