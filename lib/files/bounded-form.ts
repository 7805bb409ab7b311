/** More than any form of the portal has: twenty files and what goes with them. */
const mostParts = 40;

/**
 * A multipart form of at most so many bytes and `mostParts` parts. Both are counted while they come: a length in the header is only what
 * the sender says, a body without one would be read whole, and a million empty parts would hold up everybody else. `"too-large"` for
 * more, null for what is no form.
 */
export async function formWithin(request: Request, most: number): Promise<FormData | "too-large" | null> {
  if (Number(request.headers.get("content-length") ?? 0) > most) return "too-large";
  const type = request.headers.get("content-type") ?? "";
  const partsIn = partCounter(type);
  let seen = 0;
  let isOver = false;
  const counted = request.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, to) {
        seen += chunk.byteLength;
        isOver ||= seen > most || partsIn(chunk) > mostParts;
        if (isOver) to.error(new Error("more than the form may have"));
        else to.enqueue(chunk);
      },
    }),
  );
  return new Response(counted ?? null, { headers: { "content-type": type } })
    .formData()
    .catch(() => (isOver ? "too-large" : null));
}

/** Counts the boundaries of a multipart body as it comes; one may lie across two chunks. A body of another kind has no parts. */
function partCounter(type: string): (chunk: Uint8Array) => number {
  const boundary = /boundary="?([^";,]{1,200})/i.exec(type)?.[1];
  if (!boundary) return () => 0;
  const mark = Buffer.from(`--${boundary}`);
  let tail = Buffer.alloc(0);
  let parts = 0;
  return (chunk) => {
    const bytes = Buffer.concat([tail, chunk]);
    let end = 0;
    for (let at = bytes.indexOf(mark); at >= 0 && parts <= mostParts; at = bytes.indexOf(mark, end)) {
      parts += 1;
      end = at + mark.length;
    }
    tail = bytes.subarray(Math.max(end, bytes.length - mark.length + 1));
    return parts;
  };
}

/** More than the few words beside a download ever have. */
const fewWords = 64 * 1024;

/** Reads the few words that come by form beside a download: a name's text, trimmed and cut at `most` characters. */
export async function toldWith(
  request: Request,
): Promise<(name: string, most: number) => string | undefined> {
  const form = await formWithin(request, fewWords);
  return (name, most) => {
    const value = form instanceof FormData ? form.get(name) : null;
    return typeof value === "string" && value.trim() ? value.trim().slice(0, most) : undefined;
  };
}
