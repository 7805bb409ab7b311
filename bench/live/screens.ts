import { Agent, get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/access/actor";
import { quietCookie } from "@/lib/access/quiet";
import { cookieName, cookieOf } from "../../e2e/support/session";
import { openStream } from "../../e2e/support/stream";

/** How long a screen gathers what it hears before it reads its list again, as components/notices/keep-fresh.ts does, in milliseconds. */
const settleMs = 100;

/** When a screen heard of an order, and when the order stood in its list; `performance.now()` of this process. */
export type Seen = { heardAt: number; shownAt: number };
export type Screen = {
  /** Resolves when the order of this id, which its list names by `code`, was heard of and read. */
  untilSeen: (requestId: string, code: string) => Promise<Seen>;
  close: () => void;
};

/** A liaison's open queue without the browser around it: it hears, and reads its list again through its own session. */
export async function openScreen(origin: string, liaison: Actor): Promise<Screen> {
  const cookie = await cookieOf(liaison);
  const waiting = new Map<string, () => void>();
  const stream = await openStream(origin, cookie, ({ topic, requestId }) => {
    if (topic === "request.signed" && requestId) waiting.get(requestId)?.();
  });
  // Each screen is a computer of its own with one kept connection.
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = { cookie: `${cookieName}=${cookie}; ${quietCookie}=1` };
  const address = origin + paths.queueReading;
  return {
    untilSeen: async (requestId, code) => {
      await new Promise<void>((resolve) => waiting.set(requestId, resolve));
      const heardAt = performance.now();
      waiting.delete(requestId);
      await sleep(settleMs);
      const { status, body } = await read(address, headers, agent);
      if (status !== 200 || !body.includes(code))
        throw new Error(`the queue answers ${status} without ${code}`);
      return { heardAt, shownAt: performance.now() };
    },
    close: () => {
      stream.close();
      agent.destroy();
    },
  };
}

type Answer = { status: number; body: string };

function read(url: string, headers: Record<string, string>, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(parts).toString(),
        }),
      );
    });
    // The portal closes a connection that was idle for seconds; a browser then asks again on a new one, and so does this.
    request.on("error", (error: NodeJS.ErrnoException) => {
      if (request.reusedSocket && error.code === "ECONNRESET") resolve(read(url, headers, agent));
      else reject(error);
    });
  });
}
