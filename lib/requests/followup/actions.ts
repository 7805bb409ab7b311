"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { recordRecheck } from "./recheck";
import { rerouteItems } from "./reroute";
import { recheckInput, rerouteInput } from "./schema";

export const recordRecheckAction = action(recheckInput, async (actor, input) => {
  const checked = await recordRecheck(actor, input);
  revalidatePath(paths.request(input.requestId));
  return checked;
});
export const rerouteItemsAction = action(rerouteInput, async (actor, input) => {
  const passed = await rerouteItems(actor, input);
  revalidatePath(paths.home);
  revalidatePath(paths.requests);
  revalidatePath(paths.request(input.requestId));
  return passed;
});
