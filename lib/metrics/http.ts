import { subscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { Counter, Gauge, Histogram } from "prom-client";
import { beginCorrelated, numberOf } from "@/lib/correlation";
import { metric, registry } from "./registry";

const registers = [registry];
const streamRoute = "/api/stream";

/**
 * Counts what this process answers and how long it took, by the pattern of the route and never by the address. Listens to what
 * Node says of its own server, so that nothing stands in the way of a request. Each is given the number that its log lines and its
 * answer bear. Once per process.
 */
export function countRequests(): void {
  if (registry.getSingleMetric("lachan_http_requests_total")) return;
  const labelNames = ["route", "method", "status"];
  const requests = metric(
    "lachan_http_requests_total",
    (name) => new Counter({ name, help: "Answers by route", labelNames, registers }),
  );
  const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
  const seconds = metric(
    "lachan_http_seconds",
    (name) =>
      new Histogram({
        name,
        help: "Time to the end of an answer",
        labelNames: ["route"],
        buckets,
        registers,
      }),
  );
  const streams = metric(
    "lachan_open_streams",
    (name) => new Gauge({ name, help: "Screens that listen", registers }),
  );
  const routes = routesOf(patternsOfBuild());
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const number = numberOf(request.headers["x-request-id"]?.toString());
    request.headers["x-request-id"] = number; // proxy.ts reads it there, and answers with the same
    beginCorrelated(number);
    const began = performance.now();
    const route = routes(request.url ?? "/");
    if (route === streamRoute) streams.inc();
    response.once("close", () => {
      if (route === streamRoute) streams.dec();
      requests.inc({
        route,
        method: methodOf(request.method),
        status: `${Math.floor(response.statusCode / 100)}xx`,
      });
      // A stream lasts as long as its screen: its length says nothing of the server.
      if (route !== streamRoute) seconds.observe({ route }, (performance.now() - began) / 1_000);
    });
  });
}

const methods = new Set(["GET", "HEAD", "POST"]);
const methodOf = (method = "GET") => (methods.has(method) ? method : "other");

/** The patterns of the build's pages and route handlers, e.g. `/cases/[id]`; none in development. */
function patternsOfBuild(): string[] {
  try {
    const file = join(/* turbopackIgnore: true */ process.cwd(), ".next/app-path-routes-manifest.json");
    return Object.values(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>);
  } catch {
    return [];
  }
}

/** Which pattern an address belongs to: as many answers as there are patterns, whatever is asked. */
export function routesOf(patterns: readonly string[]): (url: string) => string {
  const literal = new Set(patterns.filter((pattern) => !pattern.includes("[")));
  const dynamic = patterns
    .filter((pattern) => pattern.includes("["))
    .map((pattern) => ({ pattern, parts: pattern.split("/") }));
  return (url) => {
    const path = url.split("?", 1)[0]!;
    if (path.startsWith("/_next/")) return "static";
    if (literal.has(path)) return path;
    const parts = path.split("/");
    const found = dynamic.find(({ parts: wanted }) => fits(wanted, parts));
    return found?.pattern ?? "other";
  };
}

function fits(wanted: readonly string[], parts: readonly string[]): boolean {
  const isOpen = wanted.at(-1)?.startsWith("[...");
  if (isOpen ? parts.length < wanted.length : parts.length !== wanted.length) return false;
  return wanted.every((part, index) => part.startsWith("[") || part === parts[index]);
}
