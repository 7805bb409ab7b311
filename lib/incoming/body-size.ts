// next.config.ts reads this file, and knows no "@/".
import { largestUpload } from "../files/kinds";

/** Where files come in: their handlers count bytes and parts themselves, once they know who sends (lib/files/bounded-form.ts). */
const uploads = [
  /^\/api\/(files|answers|duty|statements|statements\/filed)$/,
  /^\/api\/cases\/[^/]+\/targets$/,
];
export const isUpload = (pathname: string): boolean => uploads.some((place) => place.test(pathname));

/** Bytes of one act with all that was typed. next.config.ts tells Next the same: beyond its own bound it answers 500. */
export const ofAction = 2 * 1024 * 1024;
/** Bytes of what a form on a page sends as parts: a reason, a choice. */
const ofForm = 64 * 1024;
const ofSignIn = 16 * 1024;

/** As the framework spells it: what it does not take for parts it reads as one text. */
export const isParts = (headers: Headers): boolean =>
  headers.get("content-type")?.startsWith("multipart/form-data") ?? false;

/** How many bytes the body of a request to this address may have. */
export function mostBytes(pathname: string, headers: Headers): number {
  if (pathname.startsWith("/api/auth/")) return ofSignIn;
  if (isUpload(pathname)) return largestUpload;
  return isParts(headers) ? ofForm : ofAction;
}

/**
 * Why a body is not read at all, as an HTTP status, before anybody asks who sent it: reading it would hold up everybody else's requests.
 * A body that does not say how long it is (411) is taken by nobody; browsers always say it. Next itself does not when it passes an act on to
 * the page that has it: anybody may claim to be that, so such a body is counted while it is read (body-refusal.ts).
 */
export function sizeRefusal(method: string, pathname: string, headers: Headers): 411 | 413 | null {
  if (method === "GET" || method === "HEAD") return null;
  const said = headers.get("content-length");
  const isPassedOn = headers.has("x-action-forwarded") && headers.has("next-action");
  if (said === null)
    return headers.has("transfer-encoding") && !(isPassedOn && !isUpload(pathname)) ? 411 : null;
  return /^\d{1,15}$/.test(said) && Number(said) <= mostBytes(pathname, headers) ? null : 413;
}
