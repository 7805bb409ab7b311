import { z } from "zod";
import { answerDownload } from "@/lib/documents/answer-download";
import { exportMinutes } from "@/lib/documents/export-letter";

const asked = z.object({ id: z.uuid(), type: z.enum(["pdf", "docx"]).catch("pdf") });

/** The minutes of execution of a freeze as a file, `?type=pdf` or `docx`. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const type = new URL(request.url).searchParams.get("type");
  const parsed = asked.safeParse({ ...(await params), type });
  if (!parsed.success) return new Response(null, { status: 404 });
  return answerDownload((actor) => exportMinutes(actor, parsed.data.id, parsed.data.type));
}
