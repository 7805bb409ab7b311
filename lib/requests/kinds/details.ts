import { fieldsOf } from "@/lib/fields";
import type { DraftInput } from "@/lib/requests/schema";
import { objectOf } from "./field-schema";
import type { Kind } from "./kind";

type Told = Record<string, unknown>;
export type ReadDetails = {
  /** Null for a kind that asks nothing beside its targets. */
  request: Told | null;
  targets: (Told | null)[];
  /** The code at each field that was refused: `details.windowTo`, `targets.0.details.port`. */
  problems: Record<string, string>;
};

/**
 * What a request of this kind asks beside its targets, read at `now` by the kind's fields; names that the kind does not know are
 * left out. The same in the form, where `now` is the server's, and in the command, where it is the database's.
 */
export function readDetails(
  kind: Kind,
  input: Pick<DraftInput, "details" | "targets">,
  now: Date,
): ReadDetails {
  const { request: whole, target: each, oneOf } = kind.details;
  const problems: Record<string, string> = {};
  const read = (fields: typeof whole, told: Told | undefined, path: string): Told | null => {
    if (fields.length === 0) return null;
    const parsed = objectOf(fields, now).safeParse(told ?? {});
    if (parsed.success) return withoutGaps(parsed.data);
    Object.assign(problems, fieldsOf(parsed.error, path));
    return null;
  };
  const request = read(whole, input.details, "details");
  const targets = input.targets.map(({ details }, index) => {
    const told = read(each, details, `targets.${index}.details`);
    if (told && oneOf && !oneOf.some((key) => told[key] !== undefined))
      problems[`targets.${index}.details.${oneOf[0]}`] ??= "details.oneOf";
    return told;
  });
  return { request, targets, problems };
}

/** What was left out is not there; JSON knows no undefined. */
const withoutGaps = (told: Told): Told =>
  Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
