"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { discardDelivery, retryDelivery, retryReceiver } from "./commands";
import { discardDeliveryInput, retryDeliveryInput, retryReceiverInput } from "./schema";

export const retryDeliveryAction = action(retryDeliveryInput, async (actor, input) => {
  const retried = await retryDelivery(actor, input);
  revalidatePath(paths.adminDeliveries);
  return retried;
});

export const discardDeliveryAction = action(discardDeliveryInput, async (actor, input) => {
  const discarded = await discardDelivery(actor, input);
  revalidatePath(paths.adminDeliveries);
  return discarded;
});

export const retryReceiverAction = action(retryReceiverInput, async (actor, input) => {
  const retried = await retryReceiver(actor, input);
  revalidatePath(paths.adminDeliveries);
  return retried;
});
