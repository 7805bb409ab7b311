import { Problem } from "@/lib/errors";
import { formWithin } from "@/lib/files/bounded-form";
import { addFiles } from "@/lib/files/uploads";
import { largestFile, largestUpload, mostFiles } from "@/lib/files/kinds";
import { uploadInput } from "@/lib/files/schema";
import { answerScript, refused } from "@/lib/script-answer";

/** Takes files by multipart form: fields `caseId`, `requestId` (and `itemId`, or `thread`) or `appealId`, files under `files`. */
export const POST = (request: Request): Promise<Response> =>
  answerScript(async (actor) => {
    const form = await formWithin(request, largestUpload);
    if (form === "too-large") return refused("invalid", undefined, 413);
    const parsed = uploadInput.safeParse(
      Object.fromEntries(
        ["caseId", "requestId", "itemId", "thread", "appealId"].flatMap((name) =>
          form?.get(name) ? [[name, form.get(name)]] : [],
        ),
      ),
    );
    const files = (form?.getAll("files") ?? []).filter((file): file is File => file instanceof File);
    if (!parsed.success || files.length === 0 || files.length > mostFiles) throw new Problem("invalid");
    const tooLarge = files.filter(({ size }) => size > largestFile);
    const fitting = await Promise.all(
      files
        .filter((file) => !tooLarge.includes(file))
        .map(async (file) => ({ name: file.name, bytes: Buffer.from(await file.arrayBuffer()) })),
    );
    const { added, refused: refusedFiles } = await addFiles(actor, parsed.data, fitting);
    return {
      added,
      refused: [...refusedFiles, ...tooLarge.map(({ name }) => ({ name, code: "tooLarge" }))],
    };
  });
