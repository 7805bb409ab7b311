import { Problem } from "@/lib/errors";
import { formWithin } from "@/lib/files/bounded-form";
import { answerScript } from "@/lib/script-answer";
import { readStatementFile } from "@/lib/statements/files";
import { largestStatementFile } from "@/lib/statements/schema";

/** Reads a bank's statement (`file` of a multipart form): its rows and what its columns hold. Keeps nothing. */
export const POST = (request: Request): Promise<Response> =>
  answerScript(async (actor) => {
    const form = await formWithin(request, 2 * largestStatementFile);
    if (form === "too-large") return { ok: false, code: "tooLarge" };
    const file = form?.get("file");
    if (!(file instanceof File)) throw new Problem("invalid");
    return readStatementFile(actor, file.name, Buffer.from(await file.arrayBuffer()));
  });
