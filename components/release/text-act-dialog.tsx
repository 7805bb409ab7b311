"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Conflict } from "@/components/forms/conflict";
import { useFieldWords } from "@/components/forms/field-words";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/action";
import { useReleaseAct } from "./use-release-act";

export type TextAct = {
  /** The field of the command that the text goes into. */
  name: "ground" | "answer" | "reason";
  label: string;
  hint?: string;
  least: number;
};

/** An act that needs words: what it will do, the words, and if asked a coded ground or a tick. What was typed stays when it is refused. */
export function TextActDialog({
  open,
  onClose,
  title,
  lead,
  text,
  choices,
  tick,
  submit,
  cancel,
  send,
  done,
  danger = false,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  lead?: ReactNode;
  text: TextAct;
  choices?: {
    /** The field of the command that the choice goes into; `ground` unless told. */
    name?: "ground" | "letterId";
    label: string;
    hint?: string;
    placeholder: string;
    list: readonly { value: string; label: string }[];
  };
  tick?: string;
  submit: string;
  cancel: string;
  send: (input: { key: string } & Record<string, unknown>) => Promise<ActionResult<unknown>>;
  done: string;
  danger?: boolean;
}) {
  const t = useTranslations("errors");
  const words = useFieldWords();
  const { key, renew } = useFormKey();
  const [value, setValue] = useState("");
  const [choice, setChoice] = useState("");
  const [isTicked, setTicked] = useState(true);
  const [isTried, setTried] = useState(false);
  const close = () => {
    setValue("");
    setChoice("");
    setTried(false);
    renew();
    onClose();
  };
  const act = useReleaseAct(close);
  const isShort = value.trim().length < text.least;
  const textError =
    isTried && isShort
      ? value.trim()
        ? t("text.atLeast", { count: text.least })
        : t("required")
      : words(asError(act.fields[text.name]));
  const choiceError = isTried && choices && !choice ? t("required") : null;
  const run = () => {
    setTried(true);
    if (isShort || (choices && !choice)) return;
    void act.send(
      () =>
        send({
          key,
          [text.name]: value,
          ...(choices ? { [choices.name ?? "ground"]: choice } : {}),
          ...(tick ? { draftRelease: isTicked } : {}),
        }),
      done,
    );
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      lead={lead}
      footer={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button look={danger ? "danger-solid" : "primary"} pending={act.pending} onClick={run}>
            {submit}
          </Button>
        </>
      }
    >
      <Form onSubmit={run}>
        {choices ? (
          <Field label={choices.label} hint={choices.hint} required error={choiceError}>
            <Select
              value={choice}
              placeholder={choices.placeholder}
              choices={choices.list}
              onChange={(event) => setChoice(event.target.value)}
            />
          </Field>
        ) : null}
        <Field label={text.label} hint={text.hint} required error={textError}>
          <Textarea rows={5} value={value} onChange={(event) => setValue(event.target.value)} />
        </Field>
        {tick ? (
          <label className="check">
            <input type="checkbox" checked={isTicked} onChange={(event) => setTicked(event.target.checked)} />
            <span>{tick}</span>
          </label>
        ) : null}
        <FormProblem problem={act.problem} attempt={act.attempt} />
      </Form>
      <Conflict by={act.conflict} onClose={act.dropConflict} />
    </Dialog>
  );
}

const asError = (code: string | undefined) => (code ? { message: code } : undefined);
