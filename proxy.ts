import { NextResponse, type NextRequest } from "next/server";
import { actionRefusal } from "@/lib/action-body";
import { bodyRefusal } from "@/lib/body-limit";
import { numberOf } from "@/lib/correlation";
import { env } from "@/lib/env";
import {
  fixedHeaders,
  inertPolicy,
  isLedFromElsewhere,
  isOwnRequest,
  pagePolicy,
} from "@/lib/security-headers";

/**
 * Stands in front of every answer: security headers, a nonce, a number to quote to support, and the refusal of
 * changes that do not come from this site. It decides nothing about rights: pages, actions and route handlers do.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { appOrigin, isProduction } = env();
  // The number under which the log knows this request: given when it came in (lib/metrics/http.ts), plain whoever chose it.
  const correlationId = numberOf(request.headers.get("x-request-id"));
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const isData = request.nextUrl.pathname.startsWith("/api/");
  const policy = isData ? inertPolicy : pagePolicy(nonce, !isProduction);

  let bodyStatus: number | null = bodyRefusal(request.method, request.nextUrl.pathname, request.headers);
  let response: NextResponse;
  if (
    !isOwnRequest(request.method, request.headers.get("origin"), appOrigin) ||
    isLedFromElsewhere(request.nextUrl.pathname, request.headers.get("sec-fetch-site"))
  )
    response = new NextResponse(null, { status: 403 });
  else if ((bodyStatus ??= await actionRefusal(request, request.nextUrl.pathname)) !== null)
    response = new NextResponse(null, { status: bodyStatus });
  else if (!isReadable(request.nextUrl.pathname)) response = new NextResponse(null, { status: 404 });
  else response = passOn(request, { appOrigin, correlationId, nonce, policy });

  for (const [name, value] of Object.entries(fixedHeaders)) response.headers.set(name, value);
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("x-correlation-id", correlationId);
  return response;
}

/** An address whose percent signs make no text names nothing; Next would fail over it. */
function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
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
