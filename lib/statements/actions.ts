"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { fileStatement } from "./commands";
import { readStatement } from "./queries";
import { keepLayout } from "./files";
import { fileStatementInput, keepLayoutInput, readStatementInput } from "./schema";

export const readStatementAction = action(readStatementInput, (actor, { text }) =>
  readStatement(actor, text),
);
export const keepLayoutAction = action(keepLayoutInput, (actor, input) => keepLayout(actor, input));
export const fileStatementAction = action(fileStatementInput, async (actor, input) => {
  const filed = await fileStatement(actor, input);
  for (const address of [paths.home, paths.cases, paths.requests, paths.case(filed.caseId)])
    revalidatePath(address);
  return filed;
});
