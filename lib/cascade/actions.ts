"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { fileNextLayer } from "./commands";
import { getNextLayer } from "./queries";
import { fileNextLayerInput, nextLayerInput } from "./schema";

export const nextLayerAction = action(nextLayerInput, (actor, { caseId }) => getNextLayer(actor, caseId));
export const fileNextLayerAction = action(fileNextLayerInput, async (actor, input) => {
  const filed = await fileNextLayer(actor, input);
  for (const address of [paths.home, paths.requests, paths.case(input.caseId)]) revalidatePath(address);
  return filed;
});
