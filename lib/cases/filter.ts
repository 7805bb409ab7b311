import { z } from "zod";
import { CaseStatus } from "@/lib/generated/prisma/enums";

export const caseStatuses = Object.values(CaseStatus);
export const caseSorts = ["newest", "loss"] as const;
const flag = z.literal("1").optional().catch(undefined);
const cursor = z.string().max(400).optional().catch(undefined);

/** What the address of /cases may say; a mistyped address still opens. */
export const caseFilter = z.object({
  status: z.enum(CaseStatus).optional().catch(undefined),
  fraudType: z
    .string()
    .regex(/^[A-Z0-9_]{2,60}$/)
    .optional()
    .catch(undefined),
  mine: flag,
  sort: z.enum(caseSorts).catch("newest"),
  after: cursor,
  before: cursor,
});
export type CaseFilter = z.output<typeof caseFilter>;
