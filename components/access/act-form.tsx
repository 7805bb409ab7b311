"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useCodeWords } from "@/components/forms/field-words";
import { reached } from "@/components/forms/reached";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormProblem } from "@/components/ui/form-problem";
import { useProblemWords } from "@/components/ui/problem-words";
import { LiveButton } from "@/components/ui/live-button";
import { TextInput } from "@/components/ui/text-input";
import type { ActionResult } from "@/lib/action";
import { DoorForm } from "./door-form";
import { SecondFactorField } from "./second-factor-field";

type Part = { name: string; label: string; hint?: string; type?: "text" | "password"; autoComplete: string };

/** A short form of secrets: nothing typed is kept anywhere but in its fields, and all of it stays when it is refused. */
export function ActForm<T>({
  parts,
  send,
  submit,
  onDone,
  lead,
}: {
  parts: Part[];
  send: (values: Record<string, string>) => Promise<ActionResult<T>>;
  submit: string;
  onDone: (data: T) => void;
  lead?: ReactNode;
}) {
  const t = useTranslations();
  const words = useProblemWords();
  const codeWords = useCodeWords();
  const [values, setValues] = useState<Record<string, string>>({});
  const [refused, setRefused] = useState<Extract<ActionResult<T>, { ok: false }> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [pending, setPending] = useState(false);
  const [shown, setShown] = useState(false);
  const act = async () => {
    setPending(true);
    const result = await reached(
      send(Object.fromEntries(parts.map(({ name }) => [name, values[name] ?? ""]))),
    );
    setPending(false);
    setAttempt((count) => count + 1);
    if (!result.ok) return setRefused(result);
    setRefused(null);
    setValues({});
    onDone(result.data);
  };
  // words: errors.*
  // words: account.errors.*
  // words: signIn.errors.*
  const errorOf = (name: string) => {
    const code = refused?.fields?.[name];
    if (!code) return null;
    if (code === "signIn.code.wrong") return t("signIn.problem.code");
    return codeWords(code);
  };
  const named = parts.some(({ name }) => refused?.fields?.[name]);
  return (
    <DoorForm onSubmit={act}>
      {lead}
      <FormProblem problem={refused && !named ? words(refused.code) : null} attempt={attempt} />
      {parts.map(({ name, label, hint, type = "text", autoComplete }) => {
        const take = (value: string) => setValues((all) => ({ ...all, [name]: value }));
        if (autoComplete === "one-time-code")
          return (
            <SecondFactorField
              key={name}
              label={label}
              hint={hint}
              error={errorOf(name)}
              value={values[name] ?? ""}
              onChange={take}
            />
          );
        return (
          <Field key={name} label={label} hint={hint} error={errorOf(name)} required>
            <TextInput
              type={shown && type === "password" ? "text" : type}
              name={name}
              autoComplete={autoComplete}
              value={values[name] ?? ""}
              onChange={(event) => take(event.target.value)}
            />
          </Field>
        );
      })}
      {/* A new one is typed once: who may look at it need not type it twice. */}
      {parts.some(({ autoComplete }) => autoComplete === "new-password") ? (
        <LiveButton className="linkbtn t13" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {t(shown ? "signIn.hide" : "signIn.show")}
        </LiveButton>
      ) : null}
      <div className="row">
        <Button look="primary" type="submit" pending={pending}>
          {submit}
        </Button>
      </div>
    </DoorForm>
  );
}
