"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Ban } from "@/components/icons/ban";
import { MessageCircleQuestion } from "@/components/icons/message-circle-question";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type FieldValues, useForm } from "react-hook-form";
import { DraftNote } from "@/components/drafts/draft-note";
import { useDraft, useKept } from "@/components/drafts/use-draft";
import { useCodeWords } from "@/components/forms/field-words";
import { reached } from "@/components/forms/reached";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/action";
import { askClarificationAction, refuseRequestAction } from "@/lib/requests/desk/actions";
import { askDraft, refusalDraft } from "@/lib/requests/desk/draft-keys";
import type { ReceivedRequest } from "@/lib/requests/desk/types";
import { reasonInput, refuseInput } from "@/lib/requests/schema";
import { AnswerRefused } from "./answers/answer-refused";
import { RefusalFields } from "./answers/refusal-fields";

type Props = {
  request: Pick<ReceivedRequest, "id" | "version" | "code" | "begun">;
  onClose: () => void;
  onSent: () => void;
};
type Failed = Extract<ActionResult<never>, { ok: false }>;

const textOf = (kept: { body: FieldValues } | null, name: string): string =>
  typeof kept?.body[name] === "string" ? (kept.body[name] as string) : "";

/** Asks the police back; the answer's clock stands still until they reply. Mounted while it is open. */
export function AskDialog({ request, onClose, onSent }: Props) {
  const t = useTranslations("queue.ask");
  const words = useCodeWords();
  const toast = useToast();
  const [key] = useState(() => crypto.randomUUID());
  const [failed, setFailed] = useState<Failed | null>(null);
  const kept = useKept(askDraft(request.id), request.begun.question);
  const form = useForm({
    resolver: zodResolver(reasonInput),
    defaultValues: {
      key,
      requestId: request.id,
      version: request.version as unknown,
      reason: textOf(kept, "reason"),
    },
  });
  const draft = useDraft(askDraft(request.id), form, kept?.savedAt ?? null);
  const { isSubmitting, errors, submitCount } = form.formState;
  const submit = form.handleSubmit(async (input) => {
    const result = await reached(askClarificationAction(input));
    if (!result.ok) return setFailed(result);
    void draft.stop(true);
    toast(t("sent"));
    onSent();
  });
  return (
    <Dialog
      open
      onClose={onClose}
      icon={<MessageCircleQuestion className="i i-20" aria-hidden />}
      title={t("title")}
      lead={t("lead", { code: request.code })}
    >
      <Form onSubmit={submit}>
        <Field
          label={t("question")}
          hint={t("hint")}
          error={words(errors.reason?.message ?? failed?.fields?.reason)}
          required
        >
          <Textarea rows={4} autoFocus {...form.register("reason")} />
        </Field>
        <AnswerRefused
          refused={failed && !failed.fields ? failed : null}
          attempt={submitCount}
          onForget={() => setFailed(null)}
        />
        <DraftNote state={draft.state} />
        <div className="row end">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="primary" type="submit" pending={isSubmitting}>
            {t("send")}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

/** Declines the whole request with a coded ground. Mounted while it is open. */
export function RefuseDialog({ request, onClose, onSent }: Props) {
  const t = useTranslations("queue.refuse");
  const words = useCodeWords();
  const toast = useToast();
  const [key] = useState(() => crypto.randomUUID());
  const [failed, setFailed] = useState<Failed | null>(null);
  const kept = useKept(refusalDraft(request.id), request.begun.refusal);
  const form = useForm({
    resolver: zodResolver(refuseInput),
    defaultValues: {
      key,
      requestId: request.id,
      version: request.version as unknown,
      ground: textOf(kept, "ground") as never,
      reason: textOf(kept, "reason"),
    },
  });
  const draft = useDraft(refusalDraft(request.id), form, kept?.savedAt ?? null);
  const { isSubmitting, errors, submitCount } = form.formState;
  const submit = form.handleSubmit(async (input) => {
    const result = await reached(refuseRequestAction(input));
    if (!result.ok) return setFailed(result);
    void draft.stop(true);
    toast(t("sent"));
    onSent();
  });
  return (
    <Dialog
      open
      onClose={onClose}
      icon={<Ban className="i i-20" aria-hidden />}
      title={t("title")}
      lead={t("lead", { code: request.code })}
    >
      <Form onSubmit={submit}>
        <RefusalFields
          ground={form.register("ground")}
          explanation={form.register("reason")}
          errors={{
            ground: words(errors.ground?.message ?? failed?.fields?.ground),
            explanation: words(errors.reason?.message ?? failed?.fields?.reason),
          }}
        />
        <AnswerRefused
          refused={failed && !failed.fields ? failed : null}
          attempt={submitCount}
          onForget={() => setFailed(null)}
        />
        <DraftNote state={draft.state} />
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
