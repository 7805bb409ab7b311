import { revalidatePath } from "next/cache";
import { may } from "@/lib/access/policy";
import { Problem } from "@/lib/errors";
import { formWithin } from "@/lib/files/bounded-form";
import { paths } from "@/lib/paths";
import { answerScript } from "@/lib/script-answer";
import { fileStatementWith } from "@/lib/statements/filed-with-file";
import { largestStatementFile } from "@/lib/statements/schema";

/** Files a bank's statement with the file itself: `input` as the action of the same act takes it, `file` beside it. */
export const POST = (request: Request): Promise<Response> =>
  answerScript(async (actor) => {
    if (!may(actor, "case.create")) throw new Problem("not-allowed");
    const form = await formWithin(request, 2 * largestStatementFile);
    if (form === "too-large") throw new Problem("invalid", { fields: { original: "file.tooLarge" } });
    const file = form?.get("file");
    if (!(file instanceof File)) throw new Problem("invalid");
    const given = { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
    const filed = await fileStatementWith(actor, form?.get("input"), given);
    for (const address of [paths.home, paths.cases, paths.requests, paths.case(filed.caseId)])
      revalidatePath(address);
    return filed;
  });
