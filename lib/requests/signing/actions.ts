"use server";

import { revalidatePath } from "next/cache";
import { proveAgain } from "@/lib/access/prove-again";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { returnRequest } from "@/lib/requests/commands";
import { returnInput, signManyInput } from "./schema";
import { signMany } from "./sign-many";

/** Proves the second factor once, when a code came along, and signs each request in its own transaction. */
export const signRequestsAction = action(signManyInput, async (actor, input) => {
  const signer = input.code ? await proveAgain(actor, input.code) : actor;
  const result = await signMany(signer, input.requests);
  revalidatePath(paths.signing, "layout");
  revalidatePath(paths.home);
  return result;
});

export const returnRequestAction = action(returnInput, async (actor, input) => {
  const result = await returnRequest(actor, input);
  revalidatePath(paths.signing, "layout");
  revalidatePath(paths.home);
  return result;
});
