import { answerDownload } from "@/lib/documents/answer-download";
import { getLanguage } from "@/lib/i18n/words";
import { listedFilter } from "@/lib/requests/list-out/filter";
import { takeRequestBook } from "@/lib/requests/list-out/queries";

/** The filtered list of the unit's requests, or of a case's, as a workbook. */
export const GET = (request: Request): Promise<Response> => book(request, undefined);

/** The same with a reason, which more than 500 targets need: it comes by form and never stands in an address. */
export async function POST(request: Request): Promise<Response> {
  const reason = (await request.formData().catch(() => null))?.get("reason");
  return book(request, typeof reason === "string" ? reason.slice(0, 2_000) : undefined);
}

function book(request: Request, reason: string | undefined): Promise<Response> {
  const filter = listedFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return answerDownload(async (actor) => takeRequestBook(actor, filter, reason, await getLanguage()));
}
