import { z } from "zod";
import { answerDownload } from "@/lib/documents/answer-download";
import { exportRestitution } from "@/lib/documents/export-restitution";

const asked = z.object({ id: z.uuid(), type: z.enum(["pdf", "docx"]).catch("pdf") });

/** A decision to give back as a file, `?type=pdf` or `docx`: whole for its unit, an extract for a holder. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const type = new URL(request.url).searchParams.get("type");
  const parsed = asked.safeParse({ ...(await params), type });
  if (!parsed.success) return new Response(null, { status: 404 });
  return answerDownload((actor) => exportRestitution(actor, parsed.data.id, parsed.data.type));
}
