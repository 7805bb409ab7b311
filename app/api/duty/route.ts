import { currentActor } from "@/lib/access/current-actor";
import { refusal } from "@/lib/action";
import { largestRoster, readRosterFile, takeRosterBook } from "@/lib/duty/sheet-queries";
import { formWithin } from "@/lib/files/bounded-form";
import { asDownload } from "@/lib/files/download";
import { getLanguage } from "@/lib/i18n/words";

const statuses: Partial<Record<string, number>> = {
  "signed-out": 401,
  "not-found": 404,
  invalid: 400,
  unavailable: 503,
};
const refuse = (code: string) => Response.json({ ok: false, code }, { status: statuses[code] ?? 500 });

/** An empty workbook for the roster of the acting organisation. */
export async function GET(): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return refuse("signed-out");
  try {
    return asDownload(await takeRosterBook(actor, await getLanguage()));
  } catch (error) {
    return refuse(refusal(error).code);
  }
}

/** Reads a filled-in roster (`file` of a multipart form) and says what each row would add. Keeps nothing. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return refuse("signed-out");
  try {
    const form = await formWithin(request, 2 * largestRoster);
    if (form === "too-large") return Response.json({ ok: true, data: { ok: false, code: "tooLarge" } });
    const file = form?.get("file");
    if (!(file instanceof File)) return refuse("invalid");
    const given = { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
    return Response.json({ ok: true, data: await readRosterFile(actor, given) });
  } catch (error) {
    return refuse(refusal(error).code);
  }
}
