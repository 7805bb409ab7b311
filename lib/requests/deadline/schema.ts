import { z } from "zod";
import { instant, text } from "@/lib/fields";
import { reasonInput, stepInput } from "@/lib/requests/schema";

const waiverId = z.uuid("invalid");

/** `until` is an instant, ISO UTC. The reason is read by the addressee. */
export const extendDeadlineInput = reasonInput.extend({ until: instant });
/** Nobody waives a limit with two words. */
export const proposeWaiverInput = stepInput.extend({ reason: text(20, 2000) });
export const agreeToWaiverInput = stepInput.extend({ waiverId });
export const takeBackWaiverInput = stepInput.extend({ waiverId });
export const declineWaiverInput = reasonInput.extend({ waiverId });
