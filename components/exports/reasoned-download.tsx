"use client";

import { Download } from "@/components/icons/download";
import { useState } from "react";
import { saveAs } from "@/components/trail/save-file";
import { Button, type ButtonLook } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { useProblemWords } from "@/components/ui/problem-words";
import { TextInput } from "@/components/ui/text-input";

const codes: Partial<Record<number, string>> = {
  404: "not-found",
  409: "not-now",
  400: "invalid",
  429: "too-many",
  503: "unavailable",
};

/**
 * A file that leaves only with a reason. Sent by script, as every POST: a browser's own form says no origin under our referrer policy.
 * The reason travels in the body and stands in no address.
 */
export function ReasonedDownload({
  address,
  label,
  hint,
  take,
  look,
}: {
  address: string;
  label: string;
  hint: string;
  /** What the button says. */
  take: string;
  look?: ButtonLook;
}) {
  const problemWords = useProblemWords();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function fetchFile(form: FormData): Promise<void> {
    setPending(true);
    setProblem(null);
    const response = await fetch(address, { method: "POST", body: form }).catch(() => null);
    const file = response?.ok ? await response.blob().catch(() => null) : null;
    setPending(false);
    if (!response || (response.ok && !file)) return setProblem(problemWords("unreachable"));
    if (!file) return setProblem(problemWords(codes[response.status] ?? "unexpected"));
    const [, name = ""] = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "") ?? [];
    saveAs(file, name);
  }

  return (
    <Form
      className="stack-2"
      onSubmit={({ currentTarget }) => {
        const form = new FormData(currentTarget);
        if (String(form.get("reason") ?? "").trim().length < 3) return setProblem(problemWords("invalid"));
        return fetchFile(form);
      }}
    >
      <Field label={label} hint={hint} required>
        <TextInput name="reason" maxLength={2_000} autoComplete="off" />
      </Field>
      <FormProblem problem={problem} />
      <p>
        <Button type="submit" look={look} pending={pending} icon={<Download className="i" aria-hidden />}>
          {take}
        </Button>
      </p>
    </Form>
  );
}
