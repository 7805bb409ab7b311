import type { FieldError, FieldErrors, FieldValues } from "react-hook-form";
import type { z } from "zod";
import { formatDateTime, parseLocalDateTime, parseLocalMoment } from "@/lib/i18n/local-time";
import { parseAmount } from "@/lib/money/amount";

/** `45tr` or `45.000.000đ` as digits of VND; what cannot be read stays as typed, for the schema to refuse at its field. */
export function digitsOf(typed: string): string {
  const amount = parseAmount(typed);
  return amount.ok ? amount.value.toString() : typed;
}

/** The amount typed so far in VND, or null. */
export function amountOf(typed: string | undefined): bigint | null {
  const amount = parseAmount(typed ?? "");
  return amount.ok ? amount.value : null;
}

const hourOnly = /^(\d{1,2})[:hg.](\d{2})?$/i;
const dayMs = 86_400_000;

/**
 * A moment as people type it: `26/11/2026 17:00`, `26/11 17h`, or only `09:02`, which is the last such hour up to `now`.
 * @returns the instant, or null when it cannot be read
 */
export function momentOf(typed: string, now: Date = new Date()): Date | null {
  const hour = hourOnly.exec(typed.trim());
  if (!hour) return parseLocalDateTime(typed, now);
  const today = parseLocalDateTime(`${formatDateTime(now).slice(0, 10)} ${hour[1]}:${hour[2] ?? "00"}`);
  return today && today > now ? new Date(today.getTime() - dayMs) : today;
}

/** Until when, as people type it: a day alone is held to its last minute, an hour alone is the next such hour. */
export function endOf(typed: string, now: Date = new Date()): Date | null {
  if (hourOnly.test(typed.trim())) {
    const last = momentOf(typed, now);
    return last && new Date(last.getTime() + dayMs);
  }
  const read = parseLocalDateTime(typed, now);
  return read && parseLocalMoment(typed, now) === null ? new Date(read.getTime() + dayMs - 60_000) : read;
}

/** For a schema: an ISO instant; nothing typed is nothing said, and what cannot be read is refused as a date at its field. */
export function instantOf(
  typed: string,
  read: (typed: string) => Date | null = momentOf,
): string | undefined {
  if (typed.trim() === "") return undefined;
  return read(typed)?.toISOString() ?? typed;
}

/** Nothing typed is nothing said. */
export const said = (typed: string): string | undefined => (typed.trim() === "" ? undefined : typed);

/**
 * Reads what was typed with the kind's own schema, the same that the command will use, and puts each refusal at its field.
 * The names of the fields are the names in the answer.
 */
export function answerResolver<V extends FieldValues>(
  schema: z.ZodType,
  toAnswer: (values: V) => Record<string, unknown>,
  extra: (values: V) => Record<string, string> = () => ({}),
) {
  return (values: V) => {
    const parsed = schema.safeParse(toAnswer(values));
    const refusals: Record<string, string> = { ...extra(values) };
    if (!parsed.success)
      for (const { path, message } of parsed.error.issues) refusals[path.join(".")] ??= message;
    if (Object.keys(refusals).length === 0) return { values, errors: {} };
    return { values: {}, errors: nested(refusals) as FieldErrors<V> };
  };
}

/** `transfers.0.amount` → { transfers: [{ amount: { type, message } }] }, as react-hook-form keeps errors. */
function nested(refusals: Record<string, string>): Record<string, unknown> {
  const tree: Record<string, unknown> = {};
  for (const [path, message] of Object.entries(refusals)) {
    const parts = path.split(".");
    let here: Record<string, unknown> = tree;
    parts.forEach((part, index) => {
      if (index === parts.length - 1) here[part] = { type: "refused", message } satisfies FieldError;
      else here = (here[part] ??= /^\d+$/.test(parts[index + 1] ?? "") ? [] : {}) as Record<string, unknown>;
    });
  }
  return tree;
}
