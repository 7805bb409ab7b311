"use server";

import { action } from "@/lib/action";
import { Problem } from "@/lib/errors";
import { findActors } from "./queries";
import { findActorsInput, verifyInput } from "./schema";
import { verifyAsAuditor } from "./verify-as-auditor";

export const verifyRecordAction = action(verifyInput, (actor) => verifyAsAuditor(actor));

export const findActorsAction = action(findActorsInput, async (actor, { name }) => {
  const found = await findActors(actor, name);
  if (!found) throw new Problem("not-allowed");
  return found;
});
