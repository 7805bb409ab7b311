"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { closeFeed, openFeed } from "./feeds";
import { closeFeedInput, openFeedInput } from "./schema";

/** The address with its token is told to whoever made it, this once. */
export const openFeedAction = action(openFeedInput, async (actor, input) => {
  const { feedId, token } = await openFeed(actor, input);
  revalidatePath(paths.account);
  return { feedId, path: token ? paths.calendarFeed(token) : null };
});

export const closeFeedAction = action(closeFeedInput, async (actor, input) => {
  const result = await closeFeed(actor, input);
  revalidatePath(paths.account);
  return result;
});
