import { revalidatePath } from "next/cache";
import { Problem } from "@/lib/errors";
import { fieldsOf } from "@/lib/fields";
import { paths } from "@/lib/paths";
import { answerScript } from "@/lib/script-answer";
import { fileStatement } from "@/lib/statements/commands";
import { fileStatementInput, largestStatementFile } from "@/lib/statements/schema";
import { storable } from "@/lib/storable";

/** Files a bank's statement with the file itself: `input` as the action of the same act takes it, `file` beside it. */
export const POST = (request: Request): Promise<Response> =>
  answerScript(async (actor) => {
    if (Number(request.headers.get("content-length") ?? 0) > 2 * largestStatementFile)
      throw new Problem("invalid", { fields: { original: "file.tooLarge" } });
    const form = await request.formData().catch(() => null);
    const file = form?.get("file");
    const parsed = fileStatementInput.safeParse(storable(jsonOf(form?.get("input"))));
    if (!(file instanceof File)) throw new Problem("invalid");
    if (!parsed.success) throw new Problem("invalid", { fields: fieldsOf(parsed.error) });
    const given = { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
    const filed = await fileStatement(actor, parsed.data, given);
    for (const address of [paths.home, paths.cases, paths.requests, paths.case(filed.caseId)])
      revalidatePath(address);
    return filed;
  });

function jsonOf(text: FormDataEntryValue | null | undefined): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
