import { z } from "zod";
import { textIsSecret } from "@/lib/files/secret-marks";
import { parseAmount } from "@/lib/money/amount";

/** Money as it travels in forms and JSON: whole VND as digits. `1.234.567đ`, `1,2 tỷ` and `50tr` are understood. */
export const vnd = z
  .union([z.string().max(200, "money.errors.unreadable"), z.number(), z.bigint()])
  .transform((value, context) => {
    const parsed = parseAmount(value);
    if (parsed.ok) return parsed.value.toString();
    context.addIssue({ code: "custom", message: `money.errors.${parsed.code}` });
    return z.NEVER;
  });
export const positiveVnd = vnd.refine((value) => value !== "0", "money.positive");

const earliest = Date.UTC(2000, 0, 1);
const latest = Date.UTC(2100, 0, 1);
const isDay = (input: unknown) => typeof input === "string" && /^\d{4}-\d{2}-\d{2}$/.test(input);
/** An instant as ISO text, between 2000 and 2100; a day alone says no hour. */
export const instant = z.iso
  .datetime({
    offset: true,
    error: ({ input }) => (!input ? "required" : isDay(input) ? "date.hour" : "date.invalid"),
  })
  .refine((value) => Date.parse(value) >= earliest && Date.parse(value) < latest, "date.invalid")
  .transform((value) => new Date(value).toISOString());

/** Text a person typed, `min` to `max` characters: no control characters, no lone surrogates, trimmed, composed; refused when it bears a mark of state secret. */
export const text = (min: number, max: number) =>
  z
    .string({ error: ({ input }) => (input === undefined ? "required" : "invalid") })
    .max(max * 2, `text.atMost:${max}`)
    .transform((value) =>
      value
        .toWellFormed()
        .normalize("NFC")
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "")
        .trim(),
    )
    .pipe(
      z
        .string()
        .min(Math.min(min, 1), "required")
        .min(min, `text.atLeast:${min}`)
        .max(max, `text.atMost:${max}`),
    )
    .refine((value) => !textIsSecret(value), "text.secret");
export const optionalText = (max: number) =>
  text(0, max)
    .transform((value) => value || undefined)
    .optional();

/** First message per field, as a path like answer.transfers.0.amount. */
export function fieldsOf(error: z.ZodError, prefix = ""): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { path, message } of error.issues)
    fields[[...(prefix ? [prefix] : []), ...path.map(String)].join(".")] ??= message;
  return fields;
}
