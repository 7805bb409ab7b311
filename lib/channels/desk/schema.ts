import { z } from "zod";
import { text } from "@/lib/fields";

const key = z.uuid("invalid");
const deliveryId = z.uuid("invalid");

/** What the list shows, out of the address: what was given up, or what waits. */
export const deliveryFilter = z.object({ state: z.enum(["dead", "waiting"]).catch("dead") });
export const retryDeliveryInput = z.object({ key, deliveryId });
export const discardDeliveryInput = z.object({ key, deliveryId, reason: text(5, 500) });
/** All of one receiver: an organisation's mails, or one of its addresses. */
export const retryReceiverInput = z.object({
  key,
  channel: z.enum(["email", "webhook", "sms", "zalo"], "invalid"),
  receiverId: z.uuid("invalid"),
});
