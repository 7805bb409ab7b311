import type { FieldErrors } from "react-hook-form";

/** The code at a field of a form's errors, by its path: `transfers.0.amount`. */
export function codeAt(errors: FieldErrors, path: string): string | undefined {
  let here: unknown = errors;
  for (const part of path.split(".")) here = (here as Record<string, unknown> | undefined)?.[part];
  const found = here as { message?: unknown; root?: { message?: unknown } } | undefined;
  const message = found?.message ?? found?.root?.message;
  return typeof message === "string" ? message : undefined;
}
