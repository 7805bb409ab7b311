import { z } from "zod";
import { optionalDay } from "@/lib/day";
import { text } from "@/lib/fields";

/** Groups of events as an auditor asks for them, by the beginning of their type. */
export const eventGroups = {
  request: ["request."],
  case: ["case."],
  file: ["file."],
  lookup: ["lookup.", "person.searched"],
  access: ["session.", "password.", "recovery."],
  people: ["person.", "membership.", "organisation."],
  rules: ["legal_document.", "request_kind.", "deadline_policy.", "holiday.", "office_calendar."],
  audit: ["audit."],
} as const;
export type EventGroup = keyof typeof eventGroups;
export const eventGroupNames = Object.keys(eventGroups) as [EventGroup, ...EventGroup[]];

/** What the address of the record says; persons and organisations by id, never by name. A mistyped part is left out. */
export const auditFilter = z.object({
  group: z.enum(eventGroupNames).optional().catch(undefined),
  actor: z.uuid().optional().catch(undefined),
  organisation: z.uuid().optional().catch(undefined),
  from: optionalDay.catch(undefined),
  to: optionalDay.catch(undefined),
  /** VV-… or YC-…, blanks and case forgiven. */
  code: z
    .string()
    .max(40)
    .transform((value) => value.replace(/\s/g, "").toUpperCase())
    .pipe(z.string().regex(/^(?:VV|YC)-[0-9A-Z]{2}-\d{4}-\d{6}$/))
    .optional()
    .catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
  before: z.string().max(400).optional().catch(undefined),
});
export type AuditFilter = z.output<typeof auditFilter>;

export const findActorsInput = z.object({ name: text(2, 80) });
export const verifyInput = z.object({});
