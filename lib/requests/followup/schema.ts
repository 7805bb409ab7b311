import { z } from "zod";
import { optionalText } from "@/lib/fields";

const key = z.uuid("invalid");

/** The unit looked again at what was taken down. What is there again is described. */
export const recheckInput = z
  .object({
    key,
    requestId: z.uuid("invalid"),
    itemId: z.uuid("invalid"),
    isGone: z.boolean(),
    note: optionalText(500),
  })
  .superRefine(({ isGone, note }, context) => {
    if (!isGone && !note) context.addIssue({ code: "custom", path: ["note"], message: "required" });
  });

/** Targets that were answered "not ours" go on to who keeps them, for signature. */
export const rerouteInput = z.object({
  key,
  requestId: z.uuid("invalid"),
  itemIds: z.array(z.uuid("invalid")).min(1, "required").max(500),
  addresseeOrgId: z.uuid("required"),
});
