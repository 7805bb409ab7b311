"use server";

import { action } from "@/lib/action";
import { shownToUnit } from "@/lib/requests/shown-to-unit";
import { agreeToWaiver, declineWaiver, extendDeadline, proposeWaiver, takeBackWaiver } from "./commands";
import {
  agreeToWaiverInput,
  declineWaiverInput,
  extendDeadlineInput,
  proposeWaiverInput,
  takeBackWaiverInput,
} from "./schema";

export const extendDeadlineAction = action(extendDeadlineInput, async (actor, input) =>
  shownToUnit(await extendDeadline(actor, input)),
);
export const proposeWaiverAction = action(proposeWaiverInput, async (actor, input) =>
  shownToUnit(await proposeWaiver(actor, input)),
);
export const agreeToWaiverAction = action(agreeToWaiverInput, async (actor, input) =>
  shownToUnit(await agreeToWaiver(actor, input)),
);
export const declineWaiverAction = action(declineWaiverInput, async (actor, input) =>
  shownToUnit(await declineWaiver(actor, input)),
);
export const takeBackWaiverAction = action(takeBackWaiverInput, async (actor, input) =>
  shownToUnit(await takeBackWaiver(actor, input)),
);
