"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { replyToLeague } from "./commands";
import { replyInput } from "./schema";

export const replyToLeagueAction = action(replyInput, async (actor, input) => {
  const replied = await replyToLeague(actor, input);
  revalidatePath(paths.ownFigures);
  revalidatePath(paths.league);
  return replied;
});
