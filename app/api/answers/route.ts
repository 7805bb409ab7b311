import { z } from "zod";
import { currentActor } from "@/lib/access/current-actor";
import { refusal } from "@/lib/action";
import { asDownload } from "@/lib/files/download";
import { getLanguage } from "@/lib/i18n/words";
import { largestSheet } from "@/lib/requests/sheets/form";
import { readAnswerBook, takeAnswerBook } from "@/lib/requests/sheets/queries";

const statuses: Partial<Record<string, number>> = {
  "signed-out": 401,
  "not-found": 404,
  "not-allowed": 403,
  invalid: 400,
  unavailable: 503,
};
const refuse = (code: string) => Response.json({ ok: false, code }, { status: statuses[code] ?? 500 });

/** The workbook to answer in: of what the desk may answer now, or of the one request that is named. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return refuse("signed-out");
  const named = new URL(request.url).searchParams.get("request") ?? undefined;
  if (named !== undefined && !z.uuid().safeParse(named).success) return refuse("not-found");
  try {
    return asDownload(await takeAnswerBook(actor, await getLanguage(), named));
  } catch (error) {
    return refuse(refusal(error).code);
  }
}

/** Reads a filled workbook (`file` of a multipart form) and says what each row would do. Sends nothing. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return refuse("signed-out");
  if (Number(request.headers.get("content-length") ?? 0) > 2 * largestSheet)
    return Response.json({ ok: true, data: { ok: false, code: "tooLarge" } });
  try {
    const file = (await request.formData().catch(() => null))?.get("file");
    if (!(file instanceof File)) return refuse("invalid");
    const data = await readAnswerBook(actor, file.name, Buffer.from(await file.arrayBuffer()));
    return Response.json({ ok: true, data });
  } catch (error) {
    return refuse(refusal(error).code);
  }
}
