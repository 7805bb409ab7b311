import { z } from "zod";
import { optionalText, text } from "@/lib/fields";

/** Why somebody looks a person or an account up (domain §1.5). Words are `search.purposes.<code>`. */
export const purposes = [
  "case_work",
  "victim_call",
  "answering",
  "coordination",
  "verification",
  "other",
] as const;
export type Purpose = (typeof purposes)[number];
export const searchSubjects = ["case", "request", "target"] as const;
export type SearchSubject = (typeof searchSubjects)[number];

/** The term travels in a body and never in an address. Codes of records need no purpose; anything else does. */
export const searchInput = z
  .object({
    term: text(1, 120),
    subject: z.enum(searchSubjects).optional(),
    purpose: z.enum(purposes).optional(),
    explanation: optionalText(300),
  })
  .superRefine(({ term, purpose, explanation }, context) => {
    if (isRecordCode(term)) return;
    if (!purpose) context.addIssue({ code: "custom", path: ["purpose"], message: "required" });
    if (purpose === "other" && !explanation)
      context.addIssue({ code: "custom", path: ["explanation"], message: "required" });
  });
export type SearchInput = z.output<typeof searchInput>;

/** What an auditor asks the record about: who else looked for it. */
export const auditTermInput = z.object({ term: text(2, 120) });
export type AuditTerm = z.output<typeof auditTermInput>;

/** `YC-25-2026-001893`, or its beginning: names a record and no person. */
export function isRecordCode(term: string): boolean {
  return /^(vv|yc)[\s-]?\d{0,2}([\s-]\d{0,4}){0,1}([\s-]\d{0,6})?$/i.test(term.trim());
}

/**
 * The code as the index has it, `yc-25-2026-001893`, however it was typed; a part of one is its beginning. Nothing but a record
 * is ever found by it: its digits alone could be somebody's account.
 */
export function recordCode(term: string): string {
  const [, kind = "", digits = ""] = /^(vv|yc)(\d*)$/i.exec(term.replace(/[\s-]/g, "")) ?? [];
  const groups = [digits.slice(0, 2), digits.slice(2, 6), digits.slice(6)].filter(Boolean);
  return [kind.toLowerCase(), ...groups].join("-");
}
