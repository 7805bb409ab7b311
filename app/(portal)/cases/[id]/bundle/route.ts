import { z } from "zod";
import { answerDownload } from "@/lib/documents/answer-download";
import { toldWith } from "@/lib/files/bounded-form";
import { exportBundle } from "@/lib/documents/export-bundle";

const asked = z.object({ id: z.uuid() });
type Place = { params: Promise<{ id: string }> };

/** All signed letters of a case as one PDF. */
export const GET = async (_: Request, { params }: Place): Promise<Response> =>
  bundle(await params, () => undefined);

/** The same with a reason, which more than 500 targets need: it comes by form and never stands in an address. */
export const POST = async (request: Request, { params }: Place): Promise<Response> =>
  bundle(await params, async () => (await toldWith(request))("reason", 2_000));

function bundle(
  given: unknown,
  reason: () => Promise<string | undefined> | undefined,
): Response | Promise<Response> {
  const parsed = asked.safeParse(given);
  if (!parsed.success) return new Response(null, { status: 404 });
  return answerDownload(async (actor) => exportBundle(actor, parsed.data.id, await reason()));
}
