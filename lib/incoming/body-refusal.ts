import { isParts, isUpload, ofAction } from "./body-size";
import { isReadableCall } from "./readable-call";
import { isReadableForm, isReadableFormCall } from "./readable-form";

/**
 * Is this a body that is not handed to the framework? It fails over one that it cannot decode (500, with a trace in the log), before
 * anybody asked who sent it, at addresses that nothing stands at too. Decoding also builds whatever a body refers to; only what this
 * portal's own screens write gets that far.
 */
export async function isUnreadable(request: Request, pathname: string): Promise<boolean> {
  if (request.method !== "POST" || isUpload(pathname)) return false;
  const called = request.headers.get("next-action");
  const isCall = called !== null;
  if (isCall && !/^[0-9a-f]{40,64}$/.test(called)) return true;
  if (isParts(request.headers) && !isCall) {
    const form = await request.formData().catch(() => null);
    return form === null || !isReadableForm([...form]);
  }
  if (!isCall) return false;
  const text = await textWithin(request, ofAction);
  if (text === null) return true;
  return isParts(request.headers)
    ? !isReadableFormCall(request.headers.get("content-type")!, text)
    : !isReadableCall(text);
}

/** The body as text, or null when it is longer. A mark of byte order stays where it is: the framework keeps it and fails over it. */
async function textWithin(request: Request, most: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > most) return null;
    chunks.push(chunk);
  }
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Buffer.concat(chunks));
}
