import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { z } from "zod";

/**
 * Mends, as a request comes in, what Next fails over (500 and a trace in the log) before proxy.ts is asked. It hides its own headers
 * from proxy.ts, so this listens to what Node says of its server.
 */
export function mendRequests(): void {
  subscribe("http.server.request.start", (message) =>
    mendRequest((message as { request: IncomingMessage }).request),
  );
}

/** A page's script says with this header which parts of the page it has; without it, it gets them all. */
const stateHeader = "next-router-state-tree";
const mostState = 40_000;

export function mendRequest(request: Pick<IncomingMessage, "headers" | "method" | "url">): void {
  // Next takes this for the address behind it when it asks proxy.ts, and for none when it answers: two truths about one body.
  if (isDataOf(request.url ?? "/")) request.url = "/_next/none";
  const state = request.headers[stateHeader];
  if (state !== undefined && !isState(state)) request.headers[stateHeader] = undefined;
  // No `Request` may have this method, so one cannot be made to refuse it; this one is refused like any that no page has.
  if (request.method === "TRACE") request.method = "OPTIONS";
}

function isDataOf(url: string): boolean {
  try {
    return new URL(url, "http://portal").pathname.startsWith("/_next/data/");
  } catch {
    return false;
  }
}

function isState(header: string | string[]): boolean {
  if (typeof header !== "string" || header.length > mostState) return false;
  try {
    return stateTree.safeParse(JSON.parse(decodeURIComponent(header))).success;
  } catch {
    return false;
  }
}

/** As the framework's own script writes it (`flightRouterStateSchema` in next/dist/server/app-render/types). */
const segment = z.union([
  z.string(),
  z.tuple([
    z.string(),
    z.string(),
    z.string().regex(/^(c|oc|d|[cd]i\(\.{1,3}\)(\(\.\.\))?)$/),
    z.array(z.string()).nullable(),
  ]),
]);
const stateTree: z.ZodType = z
  .tuple([segment, z.lazy(() => z.record(z.string(), stateTree))])
  .rest(z.unknown())
  .refine(([, , url, marker, hint, extra, ...more]) => {
    const isUrl = url == null || z.tuple([z.string(), z.string()]).safeParse(url).success;
    const isMarker =
      marker == null || ["refetch", "inside-shared-layout", "metadata-only"].includes(marker as string);
    return (
      isUrl &&
      isMarker &&
      (hint == null || typeof hint === "number") &&
      (extra === undefined || typeof extra === "string") &&
      more.length === 0
    );
  });
