import { answerDownload } from "@/lib/documents/answer-download";
import { toldWith } from "@/lib/files/bounded-form";
import { getLanguage } from "@/lib/i18n/words";
import { holdFilter } from "@/lib/release/filter";
import { takeHoldBook } from "@/lib/release/list-out/queries";

/**
 * The filtered list of what is held as a workbook. What was typed to narrow it, and the reason that more than 500 holds need, come by form:
 * neither stands in an address.
 */
export function POST(request: Request): Promise<Response> {
  const filter = holdFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return answerDownload(async (actor) => {
    const told = await toldWith(request);
    const asked = { filter, text: told("text", 60), reason: told("reason", 2_000) };
    return takeHoldBook(actor, asked, await getLanguage());
  });
}
