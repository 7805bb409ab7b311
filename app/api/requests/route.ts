import { answerDownload } from "@/lib/documents/answer-download";
import { toldWith } from "@/lib/files/bounded-form";
import { getLanguage } from "@/lib/i18n/words";
import { listedFilter } from "@/lib/requests/list-out/filter";
import { takeRequestBook } from "@/lib/requests/list-out/queries";

/** The filtered list of the unit's requests, or of a case's, as a workbook. */
export const GET = (request: Request): Promise<Response> => book(request, () => undefined);

/** The same with a reason, which more than 500 targets need: it comes by form and never stands in an address. */
export const POST = (request: Request): Promise<Response> =>
  book(request, async () => (await toldWith(request))("reason", 2_000));

function book(request: Request, reason: () => Promise<string | undefined> | undefined): Promise<Response> {
  const filter = listedFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return answerDownload(async (actor) => takeRequestBook(actor, filter, await reason(), await getLanguage()));
}
