import { z } from "zod";
import { currentActor } from "@/lib/access/current-actor";
import { refusal } from "@/lib/action";
import { asDownload } from "@/lib/files/download";
import { takeFile } from "@/lib/files/take-file";

/** Gives a file as a download. Rights are asked each time; nothing of it is kept by a browser or shown inside the portal's origin. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const actor = await currentActor();
  const missing = () => new Response(null, { status: 404 });
  if (!actor || !z.uuid().safeParse(id).success) return missing();
  try {
    return asDownload(await takeFile(actor, id));
  } catch (error) {
    const { code } = refusal(error);
    return code === "not-found"
      ? missing()
      : new Response(null, { status: code === "unavailable" ? 503 : 500 });
  }
}
