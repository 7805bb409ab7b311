"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { orderAsideDiscarded, orderJob } from "./commands";
import { discardAsideInput, jobOrderInput } from "./schema";

export const orderJobAction = action(jobOrderInput, async (actor, input) => {
  const result = await orderJob(actor, input);
  revalidatePath(paths.adminJobs);
  return result;
});

export const discardAsideAction = action(discardAsideInput, async (actor, input) => {
  const result = await orderAsideDiscarded(actor, input);
  revalidatePath(paths.adminJobs);
  return result;
});
