"use client";

import { Lock } from "@/components/icons/lock";
import { Send } from "@/components/icons/send";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { DraftNote } from "@/components/drafts/draft-note";
import { useDraft, useKept } from "@/components/drafts/use-draft";
import { showFields, useFieldWords } from "@/components/forms/field-words";
import { schemaResolver } from "@/components/forms/schema-resolver";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { useProblemWords } from "@/components/ui/problem-words";
import { Segmented } from "@/components/ui/segmented";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { sendMessageAction } from "@/lib/requests/thread/actions";
import { sendMessageInput } from "@/lib/requests/thread/schema";
import type { Thread } from "@/lib/requests/thread/types";
import { hearWishes } from "./composer-wish";
import { ComposerFiles } from "./composer-files";
import { type ComposerValues, emptyComposer, keptComposer, toMessage } from "./composer-values";
import { MentionMenu } from "./mention-menu";

/**
 * Writes to the other side, or notes among colleagues. The two look different, are said on the button, and a note that names a
 * colleague cannot go across. What is typed is kept on the server until it is sent.
 */
export function Composer({
  thread,
  isSecond = false,
}: {
  thread: Omit<Thread, "lines">;
  /** Beside an answer, whose button is the one that counts. */
  isSecond?: boolean;
}) {
  const t = useTranslations("thread");
  const words = useFieldWords();
  const problemWords = useProblemWords();
  const router = useRouter();
  const toast = useToast();
  const { key, renew } = useFormKey();
  const [problem, setProblem] = useState<string | null>(null);
  const fresh = emptyComposer(!thread.mayWrite);
  const draftKey = `thread:${thread.requestId}`;
  const kept = useKept(draftKey, thread.draft);
  const form = useForm<ComposerValues>({
    defaultValues: kept ? keptComposer(fresh, kept.body, thread) : fresh,
    resolver: schemaResolver(sendMessageInput, (values: ComposerValues) =>
      toMessage(values, thread.requestId, key),
    ),
  });
  const { state, discard } = useDraft(draftKey, form, kept?.savedAt ?? null);
  const { errors, isSubmitting, submitCount } = form.formState;
  const [where, mentions, files] = useWatch({ control: form.control, name: ["where", "mentions", "files"] });
  const inside = where === "inside";
  const box = useRef<HTMLDivElement>(null);
  const { requestId, mayWrite } = thread;
  useEffect(
    () =>
      hearWishes(requestId, (wish) => {
        const before = form.getValues();
        const mentions = [...new Set([...before.mentions, ...wish.mentions])];
        form.setValue("mentions", mentions, { shouldDirty: true });
        form.setValue("where", wish.inside || mentions.length > 0 || !mayWrite ? "inside" : "across");
        if (!before.body.includes(wish.body))
          form.setValue("body", [before.body.trim(), wish.body].filter(Boolean).join("\n"), {
            shouldDirty: true,
          });
        const field = box.current?.querySelector("textarea");
        field?.scrollIntoView({ block: "center" });
        field?.focus({ preventScroll: true });
        // What is still to be written stands chosen: the next key writes it.
        const gap = field?.value.indexOf("…") ?? -1;
        if (gap >= 0) field?.setSelectionRange(gap, gap + 1);
      }),
    [requestId, mayWrite, form],
  );

  const submit = form.handleSubmit(async () => {
    setProblem(null);
    const result = await sendMessageAction(toMessage(form.getValues(), thread.requestId, key)).catch(
      () => null,
    );
    if (!result?.ok) {
      if (!result || !showFields(form, result)) setProblem(problemWords(result?.code ?? "unreachable"));
      return;
    }
    renew();
    await discard(emptyComposer(inside));
    toast(t(inside ? "noted" : "sent"));
    router.refresh();
  });

  return (
    <div ref={box}>
      <Form className={inside ? "composer composer-inside stack-2" : "composer stack-2"} onSubmit={submit}>
        {thread.mayWrite && thread.mayNote ? (
          <Segmented
            label={t("where")}
            segments={[
              {
                value: "across",
                label: t("across", { side: thread.otherSide }),
                disabled: mentions.length > 0,
              },
              { value: "inside", label: t("insideOnly"), icon: <Lock className="i i-14" aria-hidden /> },
            ]}
            {...form.register("where")}
          />
        ) : (
          <p className="t12 mut">{thread.closed ? t(`closed.${thread.closed}`) : t("insideOnlyHint")}</p>
        )}
        <Field
          label={t(inside ? "note" : "message")}
          labelHidden
          required
          error={words(errors.body)}
          hint={inside ? t("insideHint") : t("acrossHint", { side: thread.otherSide })}
        >
          <Textarea
            rows={3}
            placeholder={t(inside ? "notePlaceholder" : "placeholder")}
            {...form.register("body")}
          />
        </Field>
        <div className="row wrap">
          {thread.colleagues.length > 0 ? (
            <MentionMenu
              colleagues={thread.colleagues}
              chosen={mentions}
              onChange={(next, name) => {
                form.setValue("mentions", next, { shouldDirty: true });
                if (next.length === 0) return;
                form.setValue("where", "inside");
                const body = form.getValues("body");
                if (name) form.setValue("body", `${body}${body && !/\s$/.test(body) ? " " : ""}@${name} `);
              }}
            />
          ) : null}
          <ComposerFiles
            requestId={thread.requestId}
            files={files}
            error={words(errors.fileIds)}
            onChange={(next) => form.setValue("files", next, { shouldDirty: true })}
          />
          <span className="push" />
          <DraftNote state={state} onDiscard={() => void discard(fresh)} />
          <Button
            type="submit"
            look={isSecond ? "plain" : "primary"}
            pending={isSubmitting}
            icon={inside ? <Lock className="i" aria-hidden /> : <Send className="i" aria-hidden />}
          >
            {inside ? t("sendInside") : t("sendAcross", { side: thread.otherSide })}
          </Button>
        </div>
        <FormProblem
          problem={problem ?? words(errors.mentions as { message?: string } | undefined) ?? null}
          attempt={submitCount}
        />
      </Form>
    </div>
  );
}
