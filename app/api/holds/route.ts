import { answerDownload } from "@/lib/documents/answer-download";
import { getLanguage } from "@/lib/i18n/words";
import { holdFilter } from "@/lib/release/filter";
import { takeHoldBook } from "@/lib/release/list-out/queries";

/**
 * The filtered list of what is held as a workbook. What was typed to narrow it, and the reason that more than 500 holds need, come by form:
 * neither stands in an address.
 */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null);
  const told = (name: string, most: number) => {
    const value = form?.get(name);
    return typeof value === "string" && value.trim() ? value.trim().slice(0, most) : undefined;
  };
  const filter = holdFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return answerDownload(async (actor) =>
    takeHoldBook(
      actor,
      { filter, text: told("text", 60), reason: told("reason", 2_000) },
      await getLanguage(),
    ),
  );
}
