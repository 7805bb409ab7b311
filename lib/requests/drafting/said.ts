import type { RequestItemModel, RequestModel } from "@/lib/generated/prisma/models";
import type { OfferedKind } from "@/lib/requests/kinds";
import { textIn } from "@/lib/requests/told";
import type { DraftValuesSaved } from "./types";

/** What a stored request says, as the form that writes one takes it; its files are read beside it. Amounts VND as digits. */
export const draftSaid = (
  stored: RequestModel & { items: readonly RequestItemModel[] },
): Omit<DraftValuesSaved, "files"> & { caseId: string } => ({
  caseId: stored.caseId,
  requestId: stored.id,
  version: stored.version,
  code: stored.code,
  kindCode: stored.kindCode as OfferedKind,
  addresseeOrgId: stored.addresseeOrgId,
  urgency: stored.urgency,
  grounds: stored.grounds,
  legalBases: stored.legalBases,
  disclosure: stored.disclosure ?? "",
  parentId: stored.parentId ?? "",
  details: stored.details as Record<string, unknown> | null,
  targets: stored.items.map(({ targetId, disputedAmount, overGround, details }) => ({
    targetId,
    disputedAmount: disputedAmount?.toString() ?? "",
    overGround: overGround ?? "",
    details: details as Record<string, unknown> | null,
    note: textIn(details, "note") ?? "",
  })),
  statedReason: stored.statedReason,
});
