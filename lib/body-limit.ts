import { largestUpload } from "@/lib/files/kinds";

/** Where files come in: their handlers count bytes and parts themselves, once they know who sends (lib/files/bounded-form.ts). */
const uploads = [
  /^\/api\/(files|answers|duty|statements|statements\/filed)$/,
  /^\/api\/cases\/[^/]+\/targets$/,
];
const ofAction = 2 * 1024 * 1024;
const ofSignIn = 16 * 1024;

/** How many bytes the body of a request to this address may have. */
export function mostBytes(pathname: string): number {
  if (pathname.startsWith("/api/auth/")) return ofSignIn;
  return uploads.some((place) => place.test(pathname)) ? largestUpload : ofAction;
}

/**
 * Why a body is not read at all, as an HTTP status, before anybody asks who sent it: reading it would hold up everybody else's requests.
 * A body that does not say how long it is (411) is taken by nobody; browsers always say it.
 */
export function bodyRefusal(method: string, pathname: string, headers: Headers): 411 | 413 | null {
  if (method === "GET" || method === "HEAD") return null;
  const said = headers.get("content-length");
  if (said === null) return headers.has("transfer-encoding") ? 411 : null;
  return /^\d{1,15}$/.test(said) && Number(said) <= mostBytes(pathname) ? null : 413;
}
