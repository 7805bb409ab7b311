import { z } from "zod";
import type { RequestStatus } from "@/lib/generated/prisma/enums";
import { offeredKinds } from "@/lib/requests/kinds";
import { openStatuses } from "@/lib/requests/lifecycle";

/** The views of the unit's list. Each has one order and one index that matches it. */
export const requestViews = ["open", "answered", "draft", "signing", "done", "all"] as const;
export type RequestView = (typeof requestViews)[number];

export const statusesOf: Record<RequestView, readonly RequestStatus[] | null> = {
  open: openStatuses,
  answered: ["ANSWERED", "NOT_EXECUTED"],
  draft: ["DRAFT"],
  signing: ["PENDING_SIGNATURE"],
  done: ["ACCEPTED", "WITHDRAWN", "EXPIRED", "DISCARDED"],
  all: null,
};

const flag = z.literal("1").optional().catch(undefined);
const cursor = z.string().max(400).optional().catch(undefined);

/** What the address of /requests may say; a mistyped address still opens. */
export const policeRequestFilter = z.object({
  view: z.enum(requestViews).catch("open"),
  kind: z.enum(offeredKinds).optional().catch(undefined),
  addressee: z.uuid().optional().catch(undefined),
  overdue: flag,
  mine: flag,
  after: cursor,
  before: cursor,
});
export type PoliceRequestFilter = z.output<typeof policeRequestFilter>;
