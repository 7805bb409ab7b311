"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useId, useState, type ReactNode } from "react";
import { type FieldValues, type Resolver, useForm } from "react-hook-form";
import type { z } from "zod";
import { useCodeWords } from "@/components/forms/field-words";
import { reached } from "@/components/forms/reached";
import { Button, type ButtonLook } from "@/components/ui/button";
import { ConflictNotice } from "@/components/ui/conflict-notice";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { useProblemWords } from "@/components/ui/problem-words";
import type { ActionResult } from "@/lib/action";
import type { ChangedBy } from "@/lib/errors";
import { FormControl } from "./form-control";
import type { FormField } from "./form-field";

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
  submit,
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
  const whole = { ...fixed, key };
  const check = zodResolver(schema as never, undefined, { raw: true }) as unknown as Resolver<FieldValues>;
  const form = useForm<FieldValues>({
    defaultValues: values,
    resolver: (typed, context, options) => check({ ...typed, ...whole }, context, options),
  });
  const { errors, isSubmitting, submitCount } = form.formState;
  const messageOf = (name: string) => firstMessage(errors[name]);

  const send = form.handleSubmit(async (typed) => {
    setFailed(null);
    const result = await reached(action({ ...typed, ...whole }));
    if (result.ok) {
      setKey(crypto.randomUUID());
      return onDone(result.data);
    }
    const known = Object.entries(result.fields ?? {}).filter(([path]) =>
      fields.some(({ name }) => path.split(".")[0] === name),
    );
    for (const [path, message] of known) form.setError(path.split(".")[0]!, { type: refused, message });
    if (known.length === 0) setFailed({ code: result.code, by: result.by });
  });

  const wrong = fields.flatMap(({ name, label }) =>
    messageOf(name) ? [{ fieldId: `${id}-${name}`, words: label }] : [],
  );
  // A single slip of typing has the focus already; what the server refused came later, and is told above the button.
  const isRefused = fields.some(({ name }) => errors[name]?.type === refused);
  return (
    <Form onSubmit={send}>
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
          {submit}
        </Button>
      </div>
      <ConflictNotice
        open={Boolean(failed?.by)}
        who={failed?.by?.name ?? ""}
        at={failed?.by?.at ?? new Date(0).toISOString()}
        onTakeTheirs={() => window.location.reload()}
        onKeepMine={() => {
          // The page is read again for its new version; what is typed stays, and the next press sends it.
          setFailed(null);
          router.refresh();
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
