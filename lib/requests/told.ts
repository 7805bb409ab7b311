import type { Prisma } from "@/lib/generated/prisma/client";

/** The institutions that an answer's onward transfers went to. */
export function institutionsIn(answer: Prisma.JsonValue): string[] {
  const transfers =
    typeof answer === "object" && answer !== null && !Array.isArray(answer) ? answer.transfers : null;
  return Array.isArray(transfers) ? transfers.flatMap((row) => textIn(row, "toInstitutionId") ?? []) : [];
}

/** The text under a name of what is kept as JSON. */
export function textIn(value: Prisma.JsonValue, name: string): string | null {
  const found = typeof value === "object" && value !== null && !Array.isArray(value) ? value[name] : null;
  return typeof found === "string" ? found : null;
}
