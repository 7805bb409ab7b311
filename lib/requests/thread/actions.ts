"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { markRead, sendMessage } from "./commands";
import { markReadInput, sendMessageInput } from "./schema";

export const sendMessageAction = action(sendMessageInput, async (actor, input) => {
  const sent = await sendMessage(actor, input);
  revalidatePath(paths.request(input.requestId));
  return sent;
});
export const markThreadReadAction = action(markReadInput, (actor, input) => markRead(actor, input));
