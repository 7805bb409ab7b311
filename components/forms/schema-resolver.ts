import { zodResolver } from "@hookform/resolvers/zod";
import type { FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";
import { parseLocalDateTime, parseLocalMoment } from "@/lib/i18n/local-time";

/**
 * Checks a form by the command's own schema, after turning what was typed into what the command takes (local time into
 * instants, nothing typed into nothing said). Errors come back at the same paths as message codes.
 */
export function schemaResolver<Values extends FieldValues>(
  schema: z.ZodType,
  prepare: (values: Values) => unknown,
): Resolver<Values> {
  const check = zodResolver(schema as z.ZodType<FieldValues, FieldValues>) as unknown as Resolver<
    FieldValues,
    unknown,
    unknown
  >;
  return ((values: Values, context: unknown, options: never) =>
    check(prepare(values) as FieldValues, context, options)) as unknown as Resolver<Values>;
}

/** `26/11/2026 17:00` as an instant; what cannot be read is left for the schema to refuse. */
export const instantOf = (typed: string): string | undefined =>
  typed.trim() === "" ? undefined : (parseLocalDateTime(typed)?.toISOString() ?? typed);
/** An instant that has to be told to the hour; a day alone stays a day, which the schema refuses. */
export const momentOf = (typed: string): string | undefined =>
  parseLocalMoment(typed) === null ? dateOf(typed) : instantOf(typed);
/** A local date as `2026-11-26`. */
export function dateOf(typed: string): string | undefined {
  const instant = instantOf(typed);
  if (!instant || Number.isNaN(Date.parse(instant))) return instant;
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);
}
/** Nothing typed is nothing said. */
export const said = (typed: string | undefined): string | undefined => (typed?.trim() ? typed : undefined);
