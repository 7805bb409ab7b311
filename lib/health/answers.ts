import { timingSafeEqual } from "node:crypto";
import { keyedHash } from "@/lib/access/crypto";
import { env } from "@/lib/env";
import { metricsText, metricsType } from "@/lib/metrics/text";
import { readiness } from "./readiness";

const plain = { "cache-control": "no-store", "content-type": "application/json; charset=utf-8" };

/** The process lives and answers. Asks nothing else: a watcher restarts what does not answer this, not what waits for a database. */
export function healthAnswer(): Response {
  return new Response(JSON.stringify({ status: "ok" }), { headers: plain });
}

/** 200 when ready, 503 with a time to come again when not; `only=web` asks what a page needs. */
export async function readyAnswer(url: URL): Promise<Response> {
  const { isReady, checks } = await readiness(url.searchParams.get("only") === "web" ? "web" : "all");
  return new Response(JSON.stringify({ status: isReady ? "ready" : "not-ready", checks }), {
    status: isReady ? 200 : 503,
    headers: isReady ? plain : { ...plain, "retry-after": "5" },
  });
}

/** The process's metrics for whoever brings the token. Without a token in the settings, or with a wrong one, there is nothing here. */
export async function metricsAnswer(authorization: string | null): Promise<Response> {
  const token = env().metricsToken;
  const isKnown = token !== null && isSame(authorization ?? "", `Bearer ${token}`);
  if (!isKnown) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(await metricsText(), {
    headers: { "cache-control": "no-store", "content-type": metricsType },
  });
}

/** Compared as hashes: neither length nor first difference can be told from the time it takes. */
function isSame(given: string, wanted: string): boolean {
  const hash = (value: string) => Buffer.from(keyedHash("metrics", value.slice(0, 500)));
  return timingSafeEqual(hash(given), hash(wanted));
}
