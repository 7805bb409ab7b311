import { paths } from "@/lib/paths";
import type { DueItem } from "./types";

/** Where something that is due is dealt with: its record, for a shift the roster. */
export function placeOf({
  kind,
  requestId,
  caseId,
  appealId,
}: Pick<DueItem, "kind" | "requestId" | "caseId" | "appealId">): string | null {
  if (kind === "duty") return paths.duty;
  if (appealId) return paths.appeal(appealId);
  if (requestId) return paths.request(requestId);
  return caseId ? paths.case(caseId) : null;
}
