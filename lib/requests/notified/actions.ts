"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { objectToRequest, replyToObjection } from "./commands";
import { objectInput, replyObjectionInput } from "./schema";

const shown = (result: { requestId: string }) => {
  revalidatePath(paths.notified);
  revalidatePath(paths.request(result.requestId));
  return result;
};

export const objectToRequestAction = action(objectInput, async (actor, input) =>
  shown(await objectToRequest(actor, input)),
);
export const replyToObjectionAction = action(replyObjectionInput, async (actor, input) =>
  shown(await replyToObjection(actor, input)),
);
