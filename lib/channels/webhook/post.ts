import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { NotSent } from "@/lib/channels/result";
import { parseAddress, pin, type Resolve } from "./address";

export const patienceMs = 10_000;
const mostBytes = 64 * 1024;

type Options = {
  allowPrivate: boolean;
  /** In milliseconds, for the whole of looking up, connecting, sending and reading. */
  timeoutMs?: number;
  resolve?: Resolve;
};

/**
 * Posts to a webhook: to the address that was looked at, no redirect followed, at most 64 kB of answer read, ten seconds in all.
 * Returns the status, which is 2xx. @throws NotSent with what went wrong; socket and TLS errors as they come.
 */
export async function post(
  url: string,
  body: string,
  headers: Record<string, string>,
  { allowPrivate, timeoutMs = patienceMs, resolve }: Options,
): Promise<number> {
  const parsed = parseAddress(url, allowPrivate);
  const timeUp = AbortSignal.timeout(timeoutMs);
  const cut = new Promise<never>((_, reject) =>
    timeUp.addEventListener("abort", () => reject(new NotSent("timeout")), { once: true }),
  );
  cut.catch(() => undefined);
  const { address, family } = await Promise.race([pin(parsed, allowPrivate, resolve), cut]);
  const lookup: LookupFunction = (_, options, callback) =>
    options.all ? callback(null, [{ address, family }]) : callback(null, address, family);
  return Promise.race([send(parsed, body, headers, lookup, timeUp), cut]);
}

function send(
  url: URL,
  body: string,
  headers: Record<string, string>,
  lookup: LookupFunction,
  signal: AbortSignal,
): Promise<number> {
  const { request } = url.protocol === "https:" ? https : http;
  return new Promise<number>((resolve, reject) => {
    const asked = request(
      url,
      {
        method: "POST",
        headers: {
          "content-type": "application/json; charset=utf-8",
          "content-length": Buffer.byteLength(body),
          "user-agent": "la-chan/1",
          ...headers,
        },
        lookup,
        signal,
        agent: false, // no connection outlives its post: the next one looks the address up anew
      },
      (answer) => {
        const status = answer.statusCode ?? 0;
        let read = 0;
        answer.on("data", (part: Buffer) => {
          read += part.length;
          if (read <= mostBytes) return;
          asked.destroy();
          reject(new NotSent("too-large"));
        });
        answer.on("error", reject);
        answer.on("end", () => {
          if (status >= 200 && status < 300) resolve(status);
          else reject(new NotSent(status >= 300 && status < 400 ? "redirect" : `http-${status}`));
        });
      },
    );
    asked.on("error", (error) => reject(signal.aborted ? new NotSent("timeout") : error));
    asked.end(body);
  });
}
