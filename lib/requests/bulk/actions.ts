"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { actOnMany } from "./commands";
import { bulkInput } from "./schema";

export const actOnManyAction = action(bulkInput, async (actor, input) => {
  const results = await actOnMany(actor, input);
  revalidatePath(paths.home);
  revalidatePath(paths.queue);
  revalidatePath(paths.requests);
  return results;
});
