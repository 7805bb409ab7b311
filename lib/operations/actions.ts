"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { orderJob } from "./commands";
import { jobOrderInput } from "./schema";

export const orderJobAction = action(jobOrderInput, async (actor, input) => {
  const result = await orderJob(actor, input);
  revalidatePath(paths.adminJobs);
  return result;
});
