import { z } from "zod";
import { instant, text } from "@/lib/fields";

/** What may be asked next about money that is held: that it goes on being held, or that a freeze takes a suspension over. */
const orderKinds = ["HOLD_EXTENSION", "ACCOUNT_FREEZE"] as const;
export type OrderKind = (typeof orderKinds)[number];
/** Holds that one act takes together. */
export const ordersAtOnce = 100;

const about = {
  kindCode: z.enum(orderKinds, "required"),
  holdIds: z.array(z.uuid("invalid")).min(1, "required").max(ordersAtOnce),
};

export const planOrdersInput = z.object(about);
/** The ground is asked once for all of them; the date only where holding is to go on. */
export const fileOrdersInput = z
  .object({ key: z.uuid("invalid"), ...about, until: instant.optional(), ground: text(20, 1000) })
  .refine(({ kindCode, until }) => kindCode !== "HOLD_EXTENSION" || until !== undefined, {
    path: ["until"],
    message: "required",
  });
export type FileOrders = z.output<typeof fileOrdersInput>;
