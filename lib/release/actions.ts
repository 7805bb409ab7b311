"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { findHolds } from "./appeal-list";
import {
  draftAppealRelease,
  receiveAppeal,
  rejectAppeal,
  reviewAppeal,
  upholdAppeal,
  withdrawAppeal,
} from "./appeals";
import { keepHold, releaseUnlinked } from "./holds";
import { searchHolds } from "./list";
import { fileOrders, planOrders } from "./orders/commands";
import { fileOrdersInput, planOrdersInput } from "./orders/schema";
import {
  appealReleaseInput,
  findHoldsInput,
  keepHoldInput,
  receiveAppealInput,
  rejectAppealInput,
  releaseHoldInput,
  reviewAppealInput,
  searchHoldsInput,
  upholdAppealInput,
  withdrawAppealInput,
} from "./schema";

async function shown<T>(result: T): Promise<T> {
  revalidatePath(paths.holds, "layout");
  revalidatePath(paths.appeals, "layout");
  revalidatePath(paths.home);
  return result;
}

export const receiveAppealAction = action(receiveAppealInput, async (actor, input) =>
  shown(await receiveAppeal(actor, input)),
);
export const reviewAppealAction = action(reviewAppealInput, async (actor, input) =>
  shown(await reviewAppeal(actor, input)),
);
export const upholdAppealAction = action(upholdAppealInput, async (actor, input) =>
  shown(await upholdAppeal(actor, input)),
);
export const rejectAppealAction = action(rejectAppealInput, async (actor, input) =>
  shown(await rejectAppeal(actor, input)),
);
export const withdrawAppealAction = action(withdrawAppealInput, async (actor, input) =>
  shown(await withdrawAppeal(actor, input)),
);
export const draftAppealReleaseAction = action(appealReleaseInput, async (actor, input) =>
  shown(await draftAppealRelease(actor, input)),
);
export const keepHoldAction = action(keepHoldInput, async (actor, input) =>
  shown(await keepHold(actor, input)),
);
export const releaseUnlinkedAction = action(releaseHoldInput, async (actor, input) =>
  shown(await releaseUnlinked(actor, input)),
);
export const searchHoldsAction = action(searchHoldsInput, async (actor, input) => searchHolds(actor, input));
export const planOrdersAction = action(planOrdersInput, async (actor, input) => planOrders(actor, input));
export const fileOrdersAction = action(fileOrdersInput, async (actor, input) => {
  const filed = await fileOrders(actor, input);
  for (const address of [paths.requests, paths.signing]) revalidatePath(address);
  revalidatePath(paths.cases, "layout");
  return shown(filed);
});
export const findHoldsAction = action(findHoldsInput, async (actor, input) => findHolds(actor, input));
