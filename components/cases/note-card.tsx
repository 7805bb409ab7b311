"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { DraftNote } from "@/components/drafts/draft-note";
import { useDraft, useKept } from "@/components/drafts/use-draft";
import { useFieldWords } from "@/components/forms/field-words";
import { schemaResolver } from "@/components/forms/schema-resolver";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { useProblemWords } from "@/components/ui/problem-words";
import { Textarea } from "@/components/ui/textarea";
import { Timestamp } from "@/components/ui/timestamp";
import { useToast } from "@/components/ui/toast";
import { addNoteAction } from "@/lib/cases/actions";
import { noteInput } from "@/lib/cases/schema";
import type { NoteRow } from "@/lib/cases/types";
import type { SavedDraft } from "@/lib/drafts/schema";

type Values = { key: string; caseId: string; body: string };

/** Notes of those who work on the case; they stay as they were written. One that is being written is kept. */
export function NoteCard({
  caseId,
  notes,
  mayWrite,
  draft,
}: {
  caseId: string;
  notes: readonly NoteRow[];
  mayWrite: boolean;
  draft: SavedDraft | null;
}) {
  const t = useTranslations("cases");
  const words = useFieldWords();
  const problemWords = useProblemWords();
  const toast = useToast();
  const router = useRouter();
  const { key, renew } = useFormKey();
  const kept = useKept(`note:${caseId}`, draft);
  const [problem, setProblem] = useState<string | null>(null);
  const empty = { key, caseId, body: "" };
  const form = useForm<Values>({
    defaultValues: { ...empty, body: typeof kept?.body.body === "string" ? kept.body.body : "" },
    resolver: schemaResolver(noteInput, (values: Values) => values),
  });
  const { state, discard } = useDraft(`note:${caseId}`, form, kept?.savedAt ?? null);
  const submit = form.handleSubmit(async (input) => {
    const result = await addNoteAction({ ...input, key }).catch(() => null);
    if (!result?.ok) return setProblem(problemWords(result?.code ?? "unreachable"));
    setProblem(null);
    renew();
    await discard(empty);
    toast(t("notes.added"));
    router.refresh();
  });
  return (
    <Card title={t("tabs.notes")}>
      <div className="stack">
        {mayWrite ? (
          <Form className="stack-2" onSubmit={submit}>
            <Field label={t("notes.label")} required error={words(form.formState.errors.body)}>
              <Textarea rows={3} {...form.register("body")} />
            </Field>
            <FormProblem problem={problem} attempt={form.formState.submitCount} />
            <div className="row wrap between">
              <DraftNote state={state} onDiscard={() => void discard(empty)} />
              <Button type="submit" pending={form.formState.isSubmitting}>
                {t("notes.add")}
              </Button>
            </div>
          </Form>
        ) : null}
        {notes.length === 0 ? <p className="t13 mut">{t("notes.empty")}</p> : null}
        <ul className="stack-3">
          {notes.map((note) => (
            <li key={note.id} className="stack-1">
              <p className="t12 dim">
                {note.author} · <Timestamp at={note.at} />
              </p>
              <p className="prose t13">{note.body}</p>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
