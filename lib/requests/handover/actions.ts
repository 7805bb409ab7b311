"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { handOver, readHandover } from "./commands";
import { handOverInput, handoverReadInput } from "./schema";

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
