"use client";

import { useTranslations } from "next-intl";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import type { ActionResult } from "@/lib/action";
import { errorWords } from "@/lib/i18n/error-key";

type Refused = Extract<ActionResult<unknown>, { ok: false }>;

/**
 * The sentence of a field's code: `required`, `text.atLeast:20`, `money.errors.ambiguous`; a code without words says that the field is
 * wrong. A browser needs the codes' own words beside `errors` (BrowserWords). words: errors.*
 */
export function useCodeWords(): (code: string | undefined) => string | undefined {
  const t = useTranslations();
  return (code) => {
    if (!code) return undefined;
    const { name, key, values } = errorWords(code);
    const known = [key, name].find((path) => /^[\w.-]+$/.test(path) && t.has(path as "errors.invalid"));
    return t((known ?? "errors.invalid") as "errors.invalid", values);
  };
}

/** The same for what a form says of a field; an error without a code says that the field is wrong. */
export function useFieldWords(): (error: { message?: string } | undefined) => string | undefined {
  const words = useCodeWords();
  return (error) => error && words(error.message ?? "invalid");
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
