import { answerDownload } from "@/lib/documents/answer-download";
import { getLanguage } from "@/lib/i18n/words";
import { leagueFilter } from "@/lib/league/filter";
import { takeOwnBook } from "@/lib/league/own-book";

/** One's own answer figures as a numbered workbook; the address says the period as the page's own does. */
export const GET = (request: Request): Promise<Response> =>
  answerDownload(async (actor) =>
    takeOwnBook(
      actor,
      leagueFilter.parse(Object.fromEntries(new URL(request.url).searchParams)),
      await getLanguage(),
    ),
  );
