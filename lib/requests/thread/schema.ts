import { z } from "zod";
import { instant, text } from "@/lib/fields";
import type { RequestStatus } from "@/lib/generated/prisma/enums";

/** A message to the other side, or a note among colleagues; whoever mentions a colleague speaks among colleagues. */
export const sendMessageInput = z
  .object({
    key: z.uuid("invalid"),
    requestId: z.uuid("invalid"),
    internal: z.boolean(),
    body: text(1, 4000),
    mentions: z.array(z.uuid("invalid")).max(20),
    fileIds: z.array(z.uuid("invalid")).max(10),
  })
  .refine(({ internal, mentions }) => internal || mentions.length === 0, {
    path: ["mentions"],
    message: "thread.mentionOutside",
  });
export type SendMessageInput = z.output<typeof sendMessageInput>;

/** Read up to the instant of the newest line that was on the screen. Needs no key: reading further back changes nothing. */
export const markReadInput = z.object({ requestId: z.uuid("invalid"), to: instant });

/** Statuses in which there is something to settle between both sides. The policy of thread_message names the same. */
export const talkStatuses = [
  "SENT",
  "ACKNOWLEDGED",
  "IN_PROGRESS",
  "CLARIFICATION_NEEDED",
  "PARTLY_ANSWERED",
  "ANSWERED",
  "NOT_EXECUTED",
] as const satisfies readonly RequestStatus[];

/** May both sides still speak to each other? Notes among colleagues are always possible. */
export const mayTalk = (status: RequestStatus): boolean =>
  (talkStatuses as readonly RequestStatus[]).includes(status);
