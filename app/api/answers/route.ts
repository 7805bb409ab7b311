import { z } from "zod";
import { Problem } from "@/lib/errors";
import { formWithin } from "@/lib/files/bounded-form";
import { asDownload } from "@/lib/files/download";
import { getLanguage } from "@/lib/i18n/words";
import { largestSheet } from "@/lib/requests/sheets/form";
import { readAnswerBook, takeAnswerBook } from "@/lib/requests/sheets/queries";
import { answerScript } from "@/lib/script-answer";

/** The workbook to answer in: of what the desk may answer now, or of the one request that is named. */
export const GET = (request: Request): Promise<Response> =>
  answerScript(async (actor) => {
    const named = new URL(request.url).searchParams.get("request") ?? undefined;
    if (named !== undefined && !z.uuid().safeParse(named).success) throw new Problem("not-found");
    return asDownload(await takeAnswerBook(actor, await getLanguage(), named));
  });

/** Reads a filled workbook (`file` of a multipart form) and says what each row would do. Sends nothing. */
export const POST = (request: Request): Promise<Response> =>
  answerScript(async (actor) => {
    const form = await formWithin(request, 2 * largestSheet);
    if (form === "too-large") return { ok: false, code: "tooLarge" };
    const file = form?.get("file");
    if (!(file instanceof File)) throw new Problem("invalid");
    return readAnswerBook(actor, await getLanguage(), file.name, Buffer.from(await file.arrayBuffer()));
  });
