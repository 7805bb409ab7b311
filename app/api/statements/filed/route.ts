import { revalidatePath } from "next/cache";
import { Problem } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { answerScript } from "@/lib/script-answer";
import { fileStatementWith } from "@/lib/statements/filed-with-file";
import { largestStatementFile } from "@/lib/statements/schema";

/** Files a bank's statement with the file itself: `input` as the action of the same act takes it, `file` beside it. */
export const POST = (request: Request): Promise<Response> =>
  answerScript(async (actor) => {
    if (Number(request.headers.get("content-length") ?? 0) > 2 * largestStatementFile)
      throw new Problem("invalid", { fields: { original: "file.tooLarge" } });
    const form = await request.formData().catch(() => null);
    const file = form?.get("file");
    if (!(file instanceof File)) throw new Problem("invalid");
    const given = { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
    const filed = await fileStatementWith(actor, form?.get("input"), given);
    for (const address of [paths.home, paths.cases, paths.requests, paths.case(filed.caseId)])
      revalidatePath(address);
    return filed;
  });
