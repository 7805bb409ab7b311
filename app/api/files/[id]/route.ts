import { z } from "zod";
import { currentActor } from "@/lib/access/current-actor";
import { refusal } from "@/lib/action";
import { takeFile } from "@/lib/files/uploads";

/** Gives a file as a download. Rights are asked each time; nothing of it is kept by a browser or shown inside the portal's origin. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const actor = await currentActor();
  const missing = () => new Response(null, { status: 404 });
  if (!actor || !z.uuid().safeParse(id).success) return missing();
  try {
    const file = await takeFile(actor, id);
    const plain = file.name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
    return new Response(new Uint8Array(file.bytes), {
      headers: {
        "content-type": file.mediaType,
        "content-length": String(file.bytes.length),
        "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
        "content-security-policy": "sandbox; default-src 'none'",
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
        "cross-origin-resource-policy": "same-origin",
      },
    });
  } catch (error) {
    const { code } = refusal(error);
    return code === "not-found"
      ? missing()
      : new Response(null, { status: code === "unavailable" ? 503 : 500 });
  }
}
