import { z } from "zod";
import { optionalText } from "@/lib/fields";
import { stepInput } from "@/lib/requests/schema";

/** The unit looked again at what was taken down. What is there again is described. */
export const recheckInput = stepInput
  .extend({
    itemId: z.uuid("invalid"),
    isGone: z.boolean(),
    note: optionalText(500),
  })
  .superRefine(({ isGone, note }, context) => {
    if (!isGone && !note) context.addIssue({ code: "custom", path: ["note"], message: "required" });
  });

/** Targets that were answered "not ours" go on to who keeps them, for signature. */
export const rerouteInput = stepInput.extend({
  itemIds: z.array(z.uuid("invalid")).min(1, "required").max(500),
  addresseeOrgId: z.uuid("required"),
});
