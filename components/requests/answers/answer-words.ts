import { useTranslations } from "next-intl";
import type { FieldErrors } from "react-hook-form";
import { errorWords } from "@/lib/i18n/error-key";

/** The sentence of a refusal code at a field: `required`, `text.atLeast:20`, `money.errors.ambiguous`. An unknown code says "check this". */
export function useFieldWords(): (code: string | undefined) => string | undefined {
  const errors = useTranslations("errors");
  const money = useTranslations("money.errors");
  // words: errors.*
  // words: money.errors.*
  return (code) => {
    if (code === undefined) return undefined;
    const amount = code.startsWith("money.errors.") ? code.slice("money.errors.".length) : null;
    if (amount !== null) return money.has(amount as never) ? money(amount as never) : errors("money.invalid");
    const { name, values } = errorWords(code);
    return errors.has(name as never) ? errors(name as never, values as never) : errors("invalid");
  };
}

/** The code at a field of a form's errors, by its path: `transfers.0.amount`. */
export function codeAt(errors: FieldErrors, path: string): string | undefined {
  let here: unknown = errors;
  for (const part of path.split(".")) here = (here as Record<string, unknown> | undefined)?.[part];
  const found = here as { message?: unknown; root?: { message?: unknown } } | undefined;
  const message = found?.message ?? found?.root?.message;
  return typeof message === "string" ? message : undefined;
}
