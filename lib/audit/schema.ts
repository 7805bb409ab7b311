import { z } from "zod";
import { optionalDay } from "@/lib/day";
import { fieldsOf, text } from "@/lib/fields";
import { readRecordCode } from "@/lib/record-code";

/** Groups of events as an auditor asks for them, by the beginning of their type. */
export const eventGroups = {
  request: ["request.", "deadline.", "escalation.", "work."],
  case: ["case."],
  file: ["file.", "export."],
  lookup: ["lookup.", "person.searched"],
  access: ["session.", "password.", "recovery.", "invitation."],
  people: ["person.", "membership.", "organisation."],
  rules: [
    "legal_document.",
    "request_kind.",
    "deadline_policy.",
    "ladder_step.",
    "holiday.",
    "office_calendar.",
  ],
  channel: ["webhook.", "delivery."],
  audit: ["audit."],
} as const;
export type EventGroup = keyof typeof eventGroups;
export const eventGroupNames = Object.keys(eventGroups) as [EventGroup, ...EventGroup[]];

/** What the address of the record says; persons and organisations by id, never by name. */
const auditFilter = z
  .object({
    group: z.enum(eventGroupNames).optional().catch(undefined),
    actor: z.uuid().optional().catch(undefined),
    organisation: z.uuid().optional().catch(undefined),
    /** The keyed hash of a term that was looked up. */
    term: z
      .string()
      .regex(/^[\w-]{40,100}$/)
      .optional()
      .catch(undefined),
    from: optionalDay,
    to: optionalDay,
    code: z
      .string()
      .max(40, "audit.errors.code")
      .transform((typed, context) => {
        if (!typed.trim()) return undefined;
        const code = readRecordCode(typed);
        if (code) return code;
        context.addIssue({ code: "custom", message: "audit.errors.code" });
        return z.NEVER;
      })
      .optional(),
    after: z.string().max(400).optional().catch(undefined),
    before: z.string().max(400).optional().catch(undefined),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ["to"], message: "audit.errors.order" });
export type AuditFilter = z.output<typeof auditFilter>;

/** What the filter's fields show, as it was typed or as it was understood, and what is wrong with it: error codes by field. */
export type AuditQuestion = {
  typed: { from: string; to: string; code: string };
  errors: Record<string, string>;
  /** Null while something is wrong: a condition that cannot be read is never left out in silence. */
  filter: AuditFilter | null;
};

/** Reads the filter out of the address or the form; the same rule for both. */
export function readAuditFilter(raw: Record<string, unknown>): AuditQuestion {
  const one = (name: string) => (typeof raw[name] === "string" ? raw[name] : "");
  const typed = { from: one("from"), to: one("to"), code: one("code") };
  const read = auditFilter.safeParse({ ...raw, ...typed });
  if (!read.success) return { typed, errors: fieldsOf(read.error), filter: null };
  const { from, to, code = "" } = read.data;
  return { typed: { from: written(from), to: written(to), code }, errors: {}, filter: read.data };
}
const written = (day: string | undefined) => day?.split("-").reverse().join("/") ?? "";

export const findActorsInput = z.object({ name: text(2, 80) });
export const verifyInput = z.object({});
