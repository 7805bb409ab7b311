"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { handOver, readHandover } from "./commands";
import { getHandoverOffer } from "./queries";
import { handOverInput, handoverOfferInput, handoverReadInput } from "./schema";

/** Asked when the dialog opens: counting what somebody holds is too dear for every page that offers it. */
export const handoverOfferAction = action(handoverOfferInput, (actor) => getHandoverOffer(actor));
export const handOverAction = action(handOverInput, async (actor, input) => {
  const done = await handOver(actor, input);
  revalidatePath(paths.home);
  revalidatePath(paths.queue);
  revalidatePath(paths.requests);
  return done;
});
export const readHandoverAction = action(handoverReadInput, async (actor, input) => {
  const read = await readHandover(actor, input);
  revalidatePath(paths.home);
  revalidatePath(paths.queue);
  return read;
});
