import { createServer } from "node:http";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { healthAnswer, metricsAnswer, readyAnswer } from "./answers";

/**
 * The worker's own door (WORKER_PORT): the same three addresses as the web's, and nothing else. A taken port is logged and leaves the
 * worker at its work. Returns how to close it.
 */
export function openWorkerDoor(): () => void {
  const place = env().workerDoor;
  if (!place) return () => undefined;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://worker");
    void answer(url, request.headers.authorization ?? null).then(
      async (found) => {
        response.writeHead(found.status, {
          ...Object.fromEntries(found.headers),
          "x-content-type-options": "nosniff",
        });
        response.end(Buffer.from(await found.arrayBuffer()));
      },
      () => response.writeHead(500).end(),
    );
  });
  server.on("error", (error: NodeJS.ErrnoException) =>
    log.error({ code: error.code }, "the worker's door stays closed"),
  );
  server.listen(place.port, place.host);
  return () => {
    server.close();
    server.closeAllConnections();
  };
}

async function answer(url: URL, authorization: string | null): Promise<Response> {
  if (url.pathname === "/api/health") return healthAnswer();
  if (url.pathname === "/api/ready") return readyAnswer(url);
  if (url.pathname === "/api/metrics") return metricsAnswer(authorization);
  return new Response(null, { status: 404 });
}
