import { z } from "zod";
import { exportWords } from "@/components/trail/export-words";
import { Problem } from "@/lib/errors";
import { answerTooMany } from "@/lib/exports/hourly-limit";
import { exportTrail, trailFormats } from "@/lib/money/trail/export";
import { answerScript } from "@/lib/script-answer";
import { storable } from "@/lib/storable";

const address = z.object({ id: z.uuid(), format: z.enum(trailFormats) });
const body = z.object({ reason: z.string().trim().max(500).optional() });
const types = {
  svg: "image/svg+xml",
  png: "image/svg+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Takes the money trail of a case out as a file. It leaves a line in the record, so it is asked for by script, as every change is. */
export const POST = (
  request: Request,
  { params }: { params: Promise<{ id: string; format: string }> },
): Promise<Response> =>
  answerScript(async (actor) => {
    const asked = address.safeParse(await params);
    if (!asked.success) throw new Problem("not-found");
    const given = body.safeParse(storable(await request.json().catch(() => ({}))));
    if (!given.success) throw new Problem("invalid");
    const { id: caseId, format } = asked.data;
    const taken = await exportTrail(
      actor,
      { caseId, format, reason: given.data.reason },
      await exportWords(),
    ).catch(async (error: unknown) => {
      const tooMany = await answerTooMany(actor, error);
      if (!tooMany) throw error;
      return tooMany;
    });
    if (taken instanceof Response) return taken;
    const { bytes, mark, code } = taken;
    const ending = format === "png" ? "svg" : format;
    return new Response(new Uint8Array(bytes), {
      headers: {
        "content-type": types[format],
        "content-disposition": `attachment; filename="${code}-${mark.number}.${ending}"`,
        "content-security-policy": "sandbox; default-src 'none'",
        "x-content-type-options": "nosniff",
        "x-export-number": mark.number,
        "cache-control": "private, no-store",
        "cross-origin-resource-policy": "same-origin",
      },
    });
  });
