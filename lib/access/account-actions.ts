"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { action, type ActionResult, refusal } from "@/lib/action";
import { fieldsOf } from "@/lib/fields";
import { paths } from "@/lib/paths";
import {
  acceptInvitation,
  acceptInvitationInput,
  changePassword,
  changePasswordInput,
  codeInput,
  endOwnSessions,
  newRecoveryCodes,
} from "./account";
import { originOf } from "./caller-address";
import { callerAddress } from "./current-actor";
import { proveAgain } from "./prove-again";

export const changePasswordAction = action(changePasswordInput, changePassword);

export const newRecoveryCodesAction = action(codeInput, async (actor, input) =>
  newRecoveryCodes(await proveAgain(actor, input.code)),
);

export const endSessionsAction = action(
  z.object({ sessionId: z.uuid("invalid").optional() }),
  async (actor, { sessionId }) => {
    const ended = await endOwnSessions(actor, sessionId ? { sessionId } : {});
    revalidatePath(paths.account);
    return { ended };
  },
);

/** Before the door: whoever holds a good invitation link sets his password. */
export async function acceptInvitationAction(raw: unknown): Promise<ActionResult<{ email: string }>> {
  const parsed = acceptInvitationInput.safeParse(raw);
  if (!parsed.success) return { ok: false, code: "invalid", fields: fieldsOf(parsed.error) };
  try {
    return { ok: true, data: await acceptInvitation(parsed.data, originOf(await callerAddress())) };
  } catch (error) {
    return refusal(error);
  }
}
