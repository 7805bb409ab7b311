"use client";

import { Gavel } from "@/components/icons/gavel";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useCodeWords } from "@/components/forms/field-words";
import { schemaResolver } from "@/components/forms/schema-resolver";
import { DraftNote } from "@/components/drafts/draft-note";
import { useDraft, useKept } from "@/components/drafts/use-draft";
import { useFormKey } from "@/components/forms/use-form-key";
import { Conflict } from "@/components/forms/conflict";
import { useRequestAct } from "@/components/requests/use-request-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { Textarea } from "@/components/ui/textarea";
import type { SavedDraft } from "@/lib/drafts/schema";
import { objectToRequestAction, replyToObjectionAction } from "@/lib/requests/notified/actions";
import { objectionDraft } from "@/lib/requests/notified/draft-key";
import { objectInput, replyObjectionInput } from "@/lib/requests/notified/schema";

const acts = {
  object: { send: objectToRequestAction, schema: objectInput },
  answer: { send: replyToObjectionAction, schema: replyObjectionInput },
} as const;

/** A prosecutor's objection, or the unit's reply to it: one text, kept while it is typed and sent once. */
export function ObjectionButton({
  requestId,
  what,
  draft,
}: {
  requestId: string;
  what: keyof typeof acts;
  draft: SavedDraft | null;
}) {
  const t = useTranslations("authenticity.objection");
  const { key, renew } = useFormKey();
  const [open, setOpen] = useState(false);
  const kept = useKept(objectionDraft(requestId), draft);
  const fieldWords = useCodeWords();
  const form = useForm({
    resolver: schemaResolver<{ reason: string }>(acts[what].schema, ({ reason }) => ({
      key,
      requestId,
      reason,
    })),
    defaultValues: { reason: typeof kept?.body.reason === "string" ? kept.body.reason : "" },
  });
  const { state, discard } = useDraft(objectionDraft(requestId), form, kept?.savedAt ?? null);
  const act = useRequestAct(() => {
    setOpen(false);
    void discard({ reason: "" });
    renew();
  });
  const words = {
    object: {
      title: "objectTitle",
      lead: "objectText",
      label: "objectLabel",
      send: "objectSend",
      done: "objected",
    },
    answer: {
      title: "answerTitle",
      lead: "answerText",
      label: "answerLabel",
      send: "answerSend",
      done: "answered",
    },
  } as const;
  const said = words[what];
  const submit = form.handleSubmit(({ reason }) =>
    act.send(() => acts[what].send({ key, requestId, reason }), t(said.done)),
  );
  return (
    <>
      <Button
        look={what === "object" ? "danger" : "primary"}
        icon={<Gavel className="i" aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t(what)}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        icon={<Gavel className="i i-20" aria-hidden />}
        title={t(said.title)}
        lead={t(said.lead)}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t("cancel")}</Button>
            <Button look="primary" pending={act.pending} onClick={() => void submit()}>
              {t(said.send)}
            </Button>
          </>
        }
      >
        <Form onSubmit={submit}>
          <Field
            label={t(said.label)}
            hint={what === "object" ? t("objectHint") : undefined}
            error={fieldWords(form.formState.errors.reason?.message ?? act.fields.reason)}
            required
          >
            <Textarea rows={5} maxLength={4000} {...form.register("reason")} />
          </Field>
          <FormProblem problem={act.problem} attempt={0} />
          <DraftNote state={state} onDiscard={() => void discard({ reason: "" })} />
        </Form>
      </Dialog>
      <Conflict by={act.conflict} onClose={act.dropConflict} />
    </>
  );
}
