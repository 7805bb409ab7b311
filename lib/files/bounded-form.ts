/**
 * A multipart form of at most so many bytes. They are counted while they come: a length in the header is only what the sender says, and a
 * body without one would be read whole. `"too-large"` for more, null for what is no form.
 */
export async function formWithin(request: Request, most: number): Promise<FormData | "too-large" | null> {
  if (Number(request.headers.get("content-length") ?? 0) > most) return "too-large";
  let seen = 0;
  const counted = request.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, to) {
        seen += chunk.byteLength;
        if (seen > most) to.error(new Error("more than the form may have"));
        else to.enqueue(chunk);
      },
    }),
  );
  const type = request.headers.get("content-type") ?? "";
  return new Response(counted ?? null, { headers: { "content-type": type } })
    .formData()
    .catch(() => (seen > most ? "too-large" : null));
}
