import { z } from "zod";
import { currentActor } from "@/lib/access/current-actor";
import { refusal } from "@/lib/action";
import { formWithin } from "@/lib/files/bounded-form";
import { asDownload } from "@/lib/files/download";
import { getLanguage } from "@/lib/i18n/words";
import { offeredKinds } from "@/lib/requests/kinds";
import { largestSheet } from "@/lib/requests/sheets/form";
import { readTargetFile, takeTargetBook } from "@/lib/requests/targets-in/queries";
import { targetKinds } from "@/lib/targets/target-kind";

const statuses: Partial<Record<string, number>> = {
  "signed-out": 401,
  "not-found": 404,
  invalid: 400,
  unavailable: 503,
};
const refuse = (code: string) => Response.json({ ok: false, code }, { status: statuses[code] ?? 500 });
type Place = { params: Promise<{ id: string }> };

const asked = z.object({
  caseId: z.uuid(),
  kindCode: z.enum(offeredKinds).optional(),
  kinds: z.array(z.enum(targetKinds)).max(targetKinds.length).default([]),
});

/** An empty workbook to list a case's targets in: of the kinds that are ticked (`kind`), or for one kind of request (`for`). */
export async function GET(request: Request, { params }: Place): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return refuse("signed-out");
  const query = new URL(request.url).searchParams;
  const list = asked.safeParse({
    caseId: (await params).id,
    kindCode: query.get("for") ?? undefined,
    kinds: query.getAll("kind"),
  });
  if (!list.success) return refuse("not-found");
  try {
    return asDownload(await takeTargetBook(actor, list.data, await getLanguage()));
  } catch (error) {
    return refuse(refusal(error).code);
  }
}

/** Reads a list of targets (`file` of a multipart form) and says what each row would add to the case. Keeps nothing. */
export async function POST(request: Request, { params }: Place): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return refuse("signed-out");
  try {
    const form = await formWithin(request, 2 * largestSheet);
    if (form === "too-large") return Response.json({ ok: true, data: { ok: false, code: "tooLarge" } });
    const file = form?.get("file");
    const list = asked.safeParse({ caseId: (await params).id, kindCode: form?.get("for") ?? undefined });
    if (!list.success) return refuse("not-found");
    if (!(file instanceof File)) return refuse("invalid");
    const given = { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
    const data = await readTargetFile(actor, list.data, given, await getLanguage());
    return Response.json({ ok: true, data });
  } catch (error) {
    return refuse(refusal(error).code);
  }
}
