import { z } from "zod";
import { answerDownload } from "@/lib/documents/answer-download";
import { exportBundle } from "@/lib/documents/export-bundle";

const asked = z.object({ id: z.uuid(), reason: z.string().trim().max(2_000).optional().catch(undefined) });
type Place = { params: Promise<{ id: string }> };

/** All signed letters of a case as one PDF. */
export const GET = async (_: Request, { params }: Place): Promise<Response> => bundle(await params);

/** The same with a reason, which more than 500 targets need: it comes by form and never stands in an address. */
export async function POST(request: Request, { params }: Place): Promise<Response> {
  const form = await request.formData().catch(() => null);
  return bundle({ ...(await params), reason: form?.get("reason") ?? undefined });
}

function bundle(given: unknown): Response | Promise<Response> {
  const parsed = asked.safeParse(given);
  if (!parsed.success) return new Response(null, { status: 404 });
  return answerDownload((actor) => exportBundle(actor, parsed.data.id, parsed.data.reason));
}
