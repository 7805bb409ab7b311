"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { agreeToWaiver, declineWaiver, extendDeadline, proposeWaiver, takeBackWaiver } from "./commands";
import {
  agreeToWaiverInput,
  declineWaiverInput,
  extendDeadlineInput,
  proposeWaiverInput,
  takeBackWaiverInput,
} from "./schema";

async function shown<Result extends { requestId: string }>(result: Result): Promise<Result> {
  revalidatePath(paths.home);
  revalidatePath(paths.requests);
  revalidatePath(paths.request(result.requestId));
  return result;
}

export const extendDeadlineAction = action(extendDeadlineInput, async (actor, input) =>
  shown(await extendDeadline(actor, input)),
);
export const proposeWaiverAction = action(proposeWaiverInput, async (actor, input) =>
  shown(await proposeWaiver(actor, input)),
);
export const agreeToWaiverAction = action(agreeToWaiverInput, async (actor, input) =>
  shown(await agreeToWaiver(actor, input)),
);
export const declineWaiverAction = action(declineWaiverInput, async (actor, input) =>
  shown(await declineWaiver(actor, input)),
);
export const takeBackWaiverAction = action(takeBackWaiverInput, async (actor, input) =>
  shown(await takeBackWaiver(actor, input)),
);
