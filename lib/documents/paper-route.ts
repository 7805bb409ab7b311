import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Download } from "@/lib/files/download";
import { answerDownload } from "./answer-download";

const types = ["pdf", "docx"] as const;
const asked = z.object({ id: z.uuid(), type: z.enum(types).catch("pdf") });

/** The handler of a paper that one can take as a file, `?type=pdf` or `docx`, by the id in its address. */
export const paperRoute =
  (make: (actor: Actor, id: string, type: (typeof types)[number]) => Promise<Download>) =>
  async (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
    const type = new URL(request.url).searchParams.get("type");
    const parsed = asked.safeParse({ ...(await params), type });
    if (!parsed.success) return new Response(null, { status: 404 });
    return answerDownload((actor) => make(actor, parsed.data.id, parsed.data.type));
  };
