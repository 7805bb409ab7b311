"use server";

import { action } from "@/lib/action";
import { shownToUnit } from "@/lib/requests/shown-to-unit";
import {
  acceptAnswer,
  clarifyRequest,
  disputeRefusal,
  sendBackAnswer,
  withdrawRequest,
} from "@/lib/requests/commands";
import { clarifyInput, reasonInput, sendBackInput, stepInput } from "@/lib/requests/schema";

export const clarifyRequestAction = action(clarifyInput, async (actor, input) =>
  shownToUnit(await clarifyRequest(actor, input)),
);
export const acceptAnswerAction = action(stepInput, async (actor, input) =>
  shownToUnit(await acceptAnswer(actor, input)),
);
export const sendBackAnswerAction = action(sendBackInput, async (actor, input) =>
  shownToUnit(await sendBackAnswer(actor, input)),
);
export const disputeRefusalAction = action(reasonInput, async (actor, input) =>
  shownToUnit(await disputeRefusal(actor, input)),
);
export const withdrawRequestAction = action(reasonInput, async (actor, input) =>
  shownToUnit(await withdrawRequest(actor, input)),
);
