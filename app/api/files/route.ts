import { currentActor } from "@/lib/access/current-actor";
import { refusal } from "@/lib/action";
import { addFiles } from "@/lib/files/uploads";
import { largestFile, largestUpload, mostFiles } from "@/lib/files/kinds";
import { uploadInput } from "@/lib/files/schema";

const statuses: Partial<Record<string, number>> = {
  "signed-out": 401,
  "not-found": 404,
  "not-allowed": 403,
  "not-now": 409,
  invalid: 400,
  unavailable: 503,
};
const refuse = (code: string, status = statuses[code] ?? 500) =>
  Response.json({ ok: false, code }, { status });

/** Takes files by multipart form: fields `caseId`, `requestId` (and `itemId`, or `thread`) or `appealId`, files under `files`. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return refuse("signed-out");
  if (Number(request.headers.get("content-length") ?? 0) > largestUpload) return refuse("invalid", 413);
  try {
    const form = await request.formData().catch(() => null);
    const parsed = uploadInput.safeParse(
      Object.fromEntries(
        ["caseId", "requestId", "itemId", "thread", "appealId"].flatMap((name) =>
          form?.get(name) ? [[name, form.get(name)]] : [],
        ),
      ),
    );
    const files = (form?.getAll("files") ?? []).filter((file): file is File => file instanceof File);
    if (!parsed.success || files.length === 0 || files.length > mostFiles) return refuse("invalid");
    const tooLarge = files.filter(({ size }) => size > largestFile);
    const fitting = await Promise.all(
      files
        .filter((file) => !tooLarge.includes(file))
        .map(async (file) => ({ name: file.name, bytes: Buffer.from(await file.arrayBuffer()) })),
    );
    const { added, refused } = await addFiles(actor, parsed.data, fitting);
    return Response.json({
      ok: true,
      data: { added, refused: [...refused, ...tooLarge.map(({ name }) => ({ name, code: "tooLarge" }))] },
    });
  } catch (error) {
    const { code } = refusal(error);
    return refuse(code);
  }
}
