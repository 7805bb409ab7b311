import { currentActor } from "@/lib/access/current-actor";
import { refusal } from "@/lib/action";
import { readStatementFile } from "@/lib/statements/files";
import { largestStatementFile } from "@/lib/statements/schema";

const statuses: Partial<Record<string, number>> = {
  "signed-out": 401,
  "not-allowed": 403,
  invalid: 400,
  unavailable: 503,
};
const refuse = (code: string) => Response.json({ ok: false, code }, { status: statuses[code] ?? 500 });

/** Reads a bank's statement (`file` of a multipart form): its rows and what its columns hold. Keeps nothing. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return refuse("signed-out");
  if (Number(request.headers.get("content-length") ?? 0) > 2 * largestStatementFile)
    return Response.json({ ok: true, data: { ok: false, code: "tooLarge" } });
  try {
    const file = (await request.formData().catch(() => null))?.get("file");
    if (!(file instanceof File)) return refuse("invalid");
    const data = await readStatementFile(actor, file.name, Buffer.from(await file.arrayBuffer()));
    return Response.json({ ok: true, data });
  } catch (error) {
    return refuse(refusal(error).code);
  }
}
