"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useForm } from "react-hook-form";
import { DraftNote } from "@/components/drafts/draft-note";
import { useDraft, useKept } from "@/components/drafts/use-draft";
import { useCodeWords } from "@/components/forms/field-words";
import { reached } from "@/components/forms/reached";
import { schemaResolver } from "@/components/forms/schema-resolver";
import { useFormKey } from "@/components/forms/use-form-key";
import { Ban } from "@/components/icons/ban";
import { MessageCircleQuestion } from "@/components/icons/message-circle-question";
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
/** A question has no ground. */
type Values = { ground: string; reason: string };

const acts = {
  ask: { schema: reasonInput, send: askClarificationAction, draft: askDraft, begun: "question" },
  refuse: { schema: refuseInput, send: refuseRequestAction, draft: refusalDraft, begun: "refusal" },
} as const;

/** What both dialogs share: kept while it is typed, sent once, refusals at their fields. */
function useDeskAct(what: keyof typeof acts, { request, onSent }: Props, sent: string) {
  const { schema, send, draft: draftOf, begun } = acts[what];
  const words = useCodeWords();
  const toast = useToast();
  const { key } = useFormKey();
  const [failed, setFailed] = useState<Failed | null>(null);
  const kept = useKept(draftOf(request.id), request.begun[begun]);
  // Fresh after each reading of the page: whoever saw what changed meanwhile sends again.
  const seen = { requestId: request.id, version: request.version };
  const form = useForm<Values>({
    resolver: schemaResolver<Values>(schema, (values) => ({ key, ...seen, ...values })),
    defaultValues: { ground: textOf(kept?.body.ground), reason: textOf(kept?.body.reason) },
  });
  const draft = useDraft(draftOf(request.id), form, kept?.savedAt ?? null);
  const { isSubmitting, errors, submitCount } = form.formState;
  const submit = form.handleSubmit(async ({ ground, reason }) => {
    const result = await reached(send({ key, ...seen, ground, reason }));
    if (!result.ok) return setFailed(result);
    void draft.stop(true);
    toast(sent);
    onSent();
  });
  const errorOf = (name: keyof Values) => words(errors[name]?.message ?? failed?.fields?.[name]);
  const foot = {
    draft: draft.state,
    failed: failed && !failed.fields ? failed : null,
    attempt: submitCount,
    pending: isSubmitting,
    onForget: () => setFailed(null),
    onDiscard: () => void draft.discard({ ground: "", reason: "" }),
  };
  return { form, submit, errorOf, foot };
}

const textOf = (kept: unknown): string => (typeof kept === "string" ? kept : "");

function DialogFoot({
  foot: { draft, failed, attempt, onForget, onDiscard },
  children,
}: {
  foot: ReturnType<typeof useDeskAct>["foot"];
  children: ReactNode;
}) {
  return (
    <>
      <AnswerRefused refused={failed} attempt={attempt} onForget={onForget} />
      <DraftNote state={draft} onDiscard={onDiscard} />
      <div className="row end">{children}</div>
    </>
  );
}

/** Asks the police back; the answer's clock stands still until they reply. Mounted while it is open. */
export function AskDialog(props: Props) {
  const t = useTranslations("queue.ask");
  const { form, submit, errorOf, foot } = useDeskAct("ask", props, t("sent"));
  return (
    <Dialog
      open
      onClose={props.onClose}
      icon={<MessageCircleQuestion className="i i-20" aria-hidden />}
      title={t("title")}
      lead={t("lead", { code: props.request.code })}
    >
      <Form onSubmit={submit}>
        <Field label={t("question")} hint={t("hint")} error={errorOf("reason")} required>
          <Textarea rows={4} autoFocus {...form.register("reason")} />
        </Field>
        <DialogFoot foot={foot}>
          <Button onClick={props.onClose}>{t("cancel")}</Button>
          <Button look="primary" type="submit" pending={foot.pending}>
            {t("send")}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  );
}

/** Declines the whole request with a coded ground. Mounted while it is open. */
export function RefuseDialog(props: Props) {
  const t = useTranslations("queue.refuse");
  const { form, submit, errorOf, foot } = useDeskAct("refuse", props, t("sent"));
  return (
    <Dialog
      open
      onClose={props.onClose}
      icon={<Ban className="i i-20" aria-hidden />}
      title={t("title")}
      lead={t("lead", { code: props.request.code })}
    >
      <Form onSubmit={submit}>
        <RefusalFields
          ground={form.register("ground")}
          explanation={form.register("reason")}
          errors={{ ground: errorOf("ground"), explanation: errorOf("reason") }}
        />
        <DialogFoot foot={foot}>
          <Button onClick={props.onClose}>{t("cancel")}</Button>
          <Button look="danger-solid" type="submit" pending={foot.pending}>
            {t("send")}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
