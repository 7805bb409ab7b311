"use client";

import { useTranslations } from "next-intl";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import type { ActionResult } from "@/lib/action";
import { errorWords } from "@/lib/i18n/error-key";

type Refused = Extract<ActionResult<unknown>, { ok: false }>;

/** The sentence behind a field's message code; a code without words says that the field is wrong. Needs `errors`, `money`, `targets`. */
export function useFieldWords(): (error: { message?: string } | undefined) => string | undefined {
  const t = useTranslations();
  return (error) => {
    if (!error) return undefined;
    const { name, key, values } = errorWords(error.message ?? "invalid");
    const known = [key, name].find((path) => /^[\w.-]+$/.test(path) && t.has(path as "errors.invalid"));
    return t((known ?? "errors.invalid") as "errors.invalid", values);
  };
}

/** Puts a refused command's field errors beside their fields. Returns true when there was a field to show. */
export function showFields<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  result: Refused,
): boolean {
  const fields = Object.entries(result.fields ?? {});
  fields.forEach(([path, code], index) =>
    form.setError(path as Path<Values>, { type: "server", message: code }, { shouldFocus: index === 0 }),
  );
  return fields.length > 0;
}
