import type { RequestModel } from "@/lib/generated/prisma/models";
import type { Doubt } from "@/lib/requests/desk/types";

/** Whether somebody doubts an order, or it was found forged, as both of its sides read it. */
export function doubtOf(
  request: Pick<RequestModel, "suspectedAt" | "suspicion" | "suspicionNote">,
): Doubt | null {
  const { suspectedAt, suspicion, suspicionNote } = request;
  if (!suspicion) return null;
  return {
    state: suspectedAt ? "held" : "forged",
    reason: suspicion,
    note: suspicionNote,
    at: suspectedAt?.toISOString() ?? null,
  };
}
