"use server";

import { revalidatePath } from "next/cache";
import { proveAgain } from "@/lib/access/prove-again";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { restoreSender, reviewRequest, suspectRequest } from "./commands";
import { restoreInput, reviewInput, suspectInput } from "./schema";

const shown = <T extends { requestId: string }>(result: T): T => {
  for (const path of [paths.queue, paths.requests, paths.suspicions, paths.request(result.requestId)])
    revalidatePath(path);
  return result;
};

export const suspectRequestAction = action(suspectInput, async (actor, input) =>
  shown(await suspectRequest(actor, input)),
);
export const reviewRequestAction = action(reviewInput, async (actor, input) =>
  shown(await reviewRequest(input.code ? await proveAgain(actor, input.code) : actor, input)),
);
export const restoreSenderAction = action(restoreInput, async (actor, input) =>
  shown(await restoreSender(input.code ? await proveAgain(actor, input.code) : actor, input)),
);
