import { Agent, get, type IncomingMessage } from "node:http";
import { cookieName } from "./session";

/** What an open screen hears: a topic, ids of what it may read, and of its own notifications how many wait. */
export type Heard = {
  topic: string;
  requestId: string | null;
  caseId: string | null;
  urgent: boolean;
  unread?: number;
};

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/**
 * Opens the stream of one screen, as a browser's EventSource does but without its reconnecting. Resolves when the portal has begun to
 * answer; `close` hangs up. @throws Error when it is refused.
 */
export function openStream(
  origin: string,
  cookie: string,
  onHeard: (heard: Heard) => void,
): Promise<{ close: () => void }> {
  return new Promise((resolve, reject) => {
    const headers = { accept: "text/event-stream", cookie: `${cookieName}=${cookie}` };
    const request = get(`${origin}/api/stream`, { agent, headers }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`the stream answers ${response.statusCode}`));
      readEvents(response, onHeard, () => resolve({ close: () => request.destroy() }));
    });
    request.on("error", reject); // after the promise has resolved this says nothing more
  });
}

function readEvents(response: IncomingMessage, onHeard: (heard: Heard) => void, onOpen: () => void): void {
  let rest = "";
  response.setEncoding("utf8");
  response.on("error", () => undefined); // hung up
  response.on("data", (part: string) => {
    onOpen();
    const blocks = (rest + part).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks)
      for (const line of block.split("\n"))
        if (line.startsWith("data: ")) onHeard(JSON.parse(line.slice("data: ".length)) as Heard);
  });
}
