import { isParts, isUpload } from "./body-size";
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
  // A mark of byte order stays where it is: the framework keeps it and fails over it.
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await request.arrayBuffer());
  return isParts(request.headers)
    ? !isReadableFormCall(request.headers.get("content-type")!, text)
    : !isReadableCall(text);
}
