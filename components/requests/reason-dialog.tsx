"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type FieldError, useForm } from "react-hook-form";
import { Conflict } from "@/components/forms/conflict";
import { useFieldWords } from "@/components/forms/field-words";
import { schemaResolver } from "@/components/forms/schema-resolver";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/action";
import { reasonInput, sendBackInput } from "@/lib/requests/schema";
import { useRequestAct } from "./use-request-act";

type Values = { key: string; requestId: string; version: number; reason: string; itemIds: string[] };

/** An act that asks for a reason: what it will do, the reason, and for sending back which targets. */
export function ReasonDialog({
  open,
  onClose,
  title,
  text,
  label,
  send,
  done,
  danger = false,
  act: actWords,
  requestId,
  version,
  items,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  text?: ReactNode;
  label: string;
  send: (input: unknown) => Promise<ActionResult<unknown>>;
  done: string;
  danger?: boolean;
  /** What the confirming button says, where "send" would not say what happens. */
  act?: string;
  requestId: string;
  version: number;
  /** Answered targets to choose from, all chosen at first. */
  items?: readonly { id: string; label: string }[];
}) {
  const t = useTranslations("requests.acts");
  const words = useFieldWords();
  const { key } = useFormKey();
  const form = useForm<Values>({
    defaultValues: { key, requestId, version, reason: "", itemIds: items?.map(({ id }) => id) ?? [] },
    resolver: schemaResolver(items ? sendBackInput : reasonInput, (values: Values) => ({
      ...values,
      version,
    })),
  });
  const act = useRequestAct(onClose);
  const submit = form.handleSubmit(({ itemIds, ...input }) =>
    act.send(() => send(items ? { ...input, itemIds } : input), done),
  );
  const { errors, isSubmitting, submitCount } = form.formState;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      lead={text}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            look={danger ? "danger-solid" : "primary"}
            pending={isSubmitting}
            onClick={() => void submit()}
          >
            {actWords ?? t("send")}
          </Button>
        </>
      }
    >
      <Form onSubmit={submit}>
        {items && items.length > 1 ? (
          <Field
            label={t("sendBackItems")}
            group
            required
            error={words(errors.itemIds as FieldError | undefined)}
          >
            <div className="stack-1">
              {items.map((item) => (
                <Checkbox
                  key={item.id}
                  value={item.id}
                  label={<span className="id">{item.label}</span>}
                  {...form.register("itemIds")}
                />
              ))}
            </div>
          </Field>
        ) : null}
        <Field label={label} required error={words(errors.reason)}>
          <Textarea rows={4} {...form.register("reason")} />
        </Field>
        <FormProblem problem={act.problem} attempt={submitCount} />
      </Form>
      <Conflict by={act.conflict} onClose={act.dropConflict} />
    </Dialog>
  );
}
