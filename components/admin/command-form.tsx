"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useId, useRef, useState, useTransition, type ReactNode } from "react";
import { type FieldValues, type Resolver, useForm } from "react-hook-form";
import type { z } from "zod";
import { useCodeWords } from "@/components/forms/field-words";
import { reached } from "@/components/forms/reached";
import { Button, type ButtonLook } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { useProblemWords } from "@/components/ui/problem-words";
import type { ActionResult } from "@/lib/action";
import type { Ask, ChangedBy } from "@/lib/errors";
import { AskFirst } from "./ask-first";
import { FormControl } from "./form-control";
import type { FormField } from "./form-field";
import { RegisterConflict } from "./register-conflict";

type Props<T> = {
  schema: z.ZodType;
  action: (raw: unknown) => Promise<ActionResult<T>>;
  fields: readonly FormField[];
  values: FieldValues;
  /** What the form does not show: ids and the version it was opened with. Fresh after each reading of the page. */
  fixed?: Record<string, unknown>;
  submit: string;
  look?: ButtonLook;
  onDone: (data: T) => void;
  cancel?: ReactNode;
  /** Shown under the fields, with what is typed now. */
  aside?: (values: FieldValues) => ReactNode;
};

const refused = "refused";

/**
 * The form of an administrator's act: the command's schema judges it, a key makes a second press harmless, errors stand at their
 * fields, and who saved first is named. Nothing typed is lost in any of these cases.
 */
export function CommandForm<T>({
  schema,
  action,
  fields,
  values,
  fixed = {},
  submit: submitWords,
  look = "primary",
  onDone,
  cancel,
  aside,
}: Props<T>) {
  const router = useRouter();
  const id = useId();
  const problemWords = useProblemWords();
  const errorWords = useCodeWords();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [failed, setFailed] = useState<{ code: string; by?: ChangedBy } | null>(null);
  const [asks, setAsks] = useState<readonly Ask[]>([]);
  const [isReading, startReading] = useTransition();
  const isKept = useRef(false);
  const whole = { ...fixed, key };
  const check = zodResolver(schema as never, undefined, { raw: true }) as unknown as Resolver<FieldValues>;
  const form = useForm<FieldValues>({
    // What the page read anew stands in every field that nobody has typed in.
    values,
    resetOptions: { keepDirtyValues: true, keepErrors: true, keepSubmitCount: true },
    resolver: (typed, context, options) => check({ ...typed, ...whole }, context, options),
  });
  const { errors, isSubmitting, submitCount } = form.formState;
  const messageOf = (name: string) => firstMessage(errors[name]);

  const submit = (sure?: string[]) =>
    form.handleSubmit((typed) => post(typed, { ...typed, ...whole, ...(sure ? { sure } : {}) }));
  async function post(typed: FieldValues, said: object): Promise<void> {
    setFailed(null);
    const result = await reached(action(said));
    setAsks(result.ok ? [] : (result.asks ?? []));
    if (result.ok) {
      setKey(crypto.randomUUID());
      form.reset(typed, { keepSubmitCount: true });
      return onDone(result.data);
    }
    if (result.asks) return;
    const known = Object.entries(result.fields ?? {}).filter(([path]) =>
      fields.some(({ name }) => path.split(".")[0] === name),
    );
    for (const [path, message] of known) form.setError(path.split(".")[0]!, { type: refused, message });
    if (known.length === 0) setFailed({ code: result.code, by: result.by });
  }
  // Mine is kept: once the page has been read again for its new version, what is typed goes over it.
  const sendKept = useEffectEvent(() => {
    if (!isKept.current) return;
    isKept.current = false;
    void submit()();
  });
  useEffect(() => {
    if (!isReading) sendKept();
  }, [isReading]);

  const wrong = fields.flatMap(({ name, label }) =>
    messageOf(name) ? [{ fieldId: `${id}-${name}`, words: label }] : [],
  );
  // A single slip of typing has the focus already; what the server refused came later, and is told above the button.
  const isRefused = fields.some(({ name }) => errors[name]?.type === refused);
  return (
    <Form onSubmit={submit()}>
      <div className="grid gap-3 sm:grid-cols-2">
        {fields.map((field) => (
          <FormControl
            key={field.name}
            field={field}
            id={`${id}-${field.name}`}
            error={errorWords(messageOf(field.name))}
            register={form.register}
            control={form.control}
          />
        ))}
      </div>
      {aside ? <Watched control={form} aside={aside} /> : null}
      <FormProblem
        problem={failed && !failed.by ? problemWords(failed.code) : null}
        fields={wrong.length > 1 || isRefused ? wrong : []}
        attempt={submitCount}
      />
      <div className="row end wrap">
        {cancel}
        <Button type="submit" look={look} pending={isSubmitting}>
          {submitWords}
        </Button>
      </div>
      <AskFirst
        asks={asks}
        pending={isSubmitting}
        onClose={() => setAsks([])}
        onSure={() => void submit(asks.map(({ code }) => code))()}
      />
      <RegisterConflict
        by={failed?.by ?? null}
        fields={fields}
        typed={form.getValues}
        pending={isReading}
        onKeepMine={() => {
          isKept.current = true;
          startReading(() => router.refresh());
        }}
        onClose={() => setFailed(null)}
      />
    </Form>
  );
}

function Watched({
  control,
  aside,
}: {
  control: { watch: () => FieldValues };
  aside: (values: FieldValues) => ReactNode;
}) {
  return aside(control.watch());
}

/** An error of a list stands at its parts: the first one speaks for the field. */
function firstMessage(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("message" in error && typeof error.message === "string") return error.message;
  for (const part of Object.values(error)) {
    const message = firstMessage(part);
    if (message) return message;
  }
  return undefined;
}
