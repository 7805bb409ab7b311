import { Problem } from "@/lib/errors";
import { answerScript } from "@/lib/script-answer";
import { readStatementFile } from "@/lib/statements/files";
import { largestStatementFile } from "@/lib/statements/schema";

/** Reads a bank's statement (`file` of a multipart form): its rows and what its columns hold. Keeps nothing. */
export const POST = (request: Request): Promise<Response> =>
  answerScript(async (actor) => {
    if (Number(request.headers.get("content-length") ?? 0) > 2 * largestStatementFile)
      return { ok: false, code: "tooLarge" };
    const file = (await request.formData().catch(() => null))?.get("file");
    if (!(file instanceof File)) throw new Problem("invalid");
    return readStatementFile(actor, file.name, Buffer.from(await file.arrayBuffer()));
  });
