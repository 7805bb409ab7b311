import type { Prisma } from "@/lib/generated/prisma/client";

/** The organisations that an answer names: where its transfers went to, and who keeps what is not the addressee's. */
export function institutionsIn(answer: Prisma.JsonValue): string[] {
  const transfers =
    typeof answer === "object" && answer !== null && !Array.isArray(answer) ? answer.transfers : null;
  const named = Array.isArray(transfers)
    ? transfers.flatMap((row) => textIn(row, "toInstitutionId") ?? [])
    : [];
  const keeper = textIn(answer, "operatorId");
  return keeper === null ? named : [...named, keeper];
}

/** The text under a name of what is kept as JSON. */
export function textIn(value: Prisma.JsonValue, name: string): string | null {
  const found = typeof value === "object" && value !== null && !Array.isArray(value) ? value[name] : null;
  return typeof found === "string" ? found : null;
}
