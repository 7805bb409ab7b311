"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { acknowledgeRequest, askClarification, refuseRequest, startRequest } from "@/lib/requests/commands";
import { findAnswered } from "@/lib/requests/queue/answered";
import { answeredRange } from "@/lib/requests/queue/answered-filter";
import { findInQueue } from "@/lib/requests/queue/search";
import {
  answerInput,
  answersInput,
  assignInput,
  reasonInput,
  refuseInput,
  stepInput,
} from "@/lib/requests/schema";
import type { StepResult } from "@/lib/requests/step";
import { answerItem, answerItems } from "./answers";
import { assignRequest, markAnswering, markOpened, takeRequest } from "./commands";
import { dropAnswerFile } from "./files";
import {
  answeredSearchInput,
  answeringInput,
  dropFileInput,
  openedInput,
  queueSearchInput,
  takeInput,
} from "./schema";

async function shown(result: StepResult): Promise<StepResult> {
  revalidatePath(paths.queue);
  revalidatePath(paths.request(result.requestId));
  return result;
}

export const acknowledgeRequestAction = action(stepInput, async (actor, input) =>
  shown(await acknowledgeRequest(actor, input)),
);
export const startRequestAction = action(stepInput, async (actor, input) =>
  shown(await startRequest(actor, input)),
);
export const takeRequestAction = action(takeInput, async (actor, input) =>
  shown(await takeRequest(actor, input)),
);
export const assignRequestAction = action(assignInput, async (actor, input) =>
  shown(await assignRequest(actor, input)),
);
export const askClarificationAction = action(reasonInput, async (actor, input) =>
  shown(await askClarification(actor, input)),
);
export const refuseRequestAction = action(refuseInput, async (actor, input) =>
  shown(await refuseRequest(actor, input)),
);
export const answerItemAction = action(answerInput, async (actor, input) =>
  shown(await answerItem(actor, input)),
);
export const answerItemsAction = action(answersInput, async (actor, input) =>
  shown(await answerItems(actor, input)),
);
export const dropAnswerFileAction = action(dropFileInput, async (actor, input) => {
  const { requestId } = await dropAnswerFile(actor, input);
  revalidatePath(paths.queue);
  revalidatePath(paths.request(requestId));
  return { requestId };
});
export const markOpenedAction = action(openedInput, (actor, input) => markOpened(actor, input));
export const markAnsweringAction = action(answeringInput, (actor, input) => markAnswering(actor, input));
export const findAnsweredAction = action(answeredSearchInput, (actor, { text, ...days }) =>
  findAnswered(actor, { text, range: answeredRange(days, new Date()) }),
);
export const findInQueueAction = action(queueSearchInput, (actor, input) => findInQueue(actor, input));
