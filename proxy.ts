import { NextResponse, type NextRequest } from "next/server";
import { numberOf } from "@/lib/correlation";
import { env } from "@/lib/env";
import { isUnreadable } from "@/lib/incoming/body-refusal";
import { sizeRefusal } from "@/lib/incoming/body-size";
import {
  fixedHeaders,
  inertPolicy,
  isLedFromElsewhere,
  isOwnRequest,
  pagePolicy,
} from "@/lib/security-headers";

/**
 * Stands in front of every answer: security headers, a nonce, a number to quote to support, and the refusal of changes that do not come
 * from this site and of bodies that are too long or that no screen of ours writes (docs/decisions/incoming.md). It decides nothing
 * about rights: pages, actions and route handlers do.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { appOrigin, isProduction } = env();
  // The number under which the log knows this request: given when it came in (lib/metrics/http.ts), plain whoever chose it.
  const correlationId = numberOf(request.headers.get("x-request-id"));
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const isData = request.nextUrl.pathname.startsWith("/api/");
  const policy = isData ? inertPolicy : pagePolicy(nonce, !isProduction);

  const status = await refusal(request, appOrigin);
  const response =
    status === null
      ? passOn(request, { appOrigin, correlationId, nonce, policy })
      : new NextResponse(null, { status });

  for (const [name, value] of Object.entries(fixedHeaders)) response.headers.set(name, value);
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("x-correlation-id", correlationId);
  return response;
}

/** Why a request is answered here and goes no further, as an HTTP status. */
async function refusal(request: NextRequest, appOrigin: string): Promise<number | null> {
  const { method, headers, nextUrl } = request;
  const { pathname } = nextUrl;
  if (!isOwnRequest(method, headers.get("origin"), appOrigin)) return 403;
  if (isLedFromElsewhere(pathname, headers.get("sec-fetch-site"))) return 403;
  const ofSize = sizeRefusal(method, pathname, headers);
  if (ofSize !== null) return ofSize;
  if (await isUnreadable(request, pathname)) return 400;
  return isAnAddress(pathname) ? null : 404;
}

/**
 * An address whose percent signs make no text names nothing; Next would fail over it. The page that it shows when everything failed has an
 * address of its own, which answers 500.
 */
function isAnAddress(pathname: string): boolean {
  try {
    return decodeURIComponent(pathname) !== "/_global-error";
  } catch {
    return false;
  }
}

function passOn(
  request: NextRequest,
  given: { appOrigin: string; correlationId: string; nonce: string; policy: string },
): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("x-correlation-id", given.correlationId);
  headers.set("x-nonce", given.nonce);
  // Where somebody wanted to go, for the way back after signing in: the path alone, never what follows it.
  headers.set("x-path", request.nextUrl.pathname);
  headers.set("Content-Security-Policy", given.policy); // Next reads the nonce of its own scripts from here
  // Next compares an action's Origin with this header and believes whoever sends it: say it ourselves.
  headers.set("x-forwarded-host", new URL(given.appOrigin).host);
  return NextResponse.next({ request: { headers } });
}

// Built files are answered without this function; next.config.ts gives them the same headers.
export const config = { matcher: ["/((?!_next/static/).*)"] };
