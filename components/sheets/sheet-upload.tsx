"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { FormProblem } from "@/components/ui/form-problem";
import type { Reading } from "./use-reading";

/** The field for a filled file, and what became of reading it. */
export function SheetUpload({
  reading: { file, pending, problem, take },
  label,
  accept,
  maxBytes,
}: {
  reading: Pick<Reading<unknown>, "file" | "pending" | "problem" | "take">;
  label: string;
  accept: string;
  maxBytes: number;
}) {
  const t = useTranslations("sheets");
  return (
    <>
      <Field label={label} required>
        <FileInput
          files={file ? [file] : []}
          accept={accept}
          maxBytes={maxBytes}
          onChange={([chosen]) => take(chosen)}
        />
      </Field>
      {pending ? (
        <p role="status" className="t13 mut">
          {t("reading")}
        </p>
      ) : null}
      <FormProblem problem={problem} />
    </>
  );
}
