import type { Actor } from "@/lib/access/actor";
import { onNotice, type Notice } from "./listen";
import { watchSession } from "./live-sessions";
import { mayHear } from "./may-hear";

const heartbeatMs = 15_000;
/** An event of the stream: what a browser re-reads through its own rights. */
type Told = { topic: string; requestId: string | null; caseId: string | null; urgent: boolean };

/**
 * The server-sent events of one open screen: what this actor may know of, ids only, until the session ends or the screen closes.
 */
export function streamFor(actor: Actor, sessionId: string, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let close: () => void = () => undefined;
  return new ReadableStream({
    start(controller) {
      let isOpen = true;
      const send = (text: string) => {
        if (isOpen) controller.enqueue(encoder.encode(text));
      };
      const hear = async (notice: Notice) => {
        const resync = notice.topic === "resync";
        if (!resync && !(await mayHear(actor, notice).catch(() => false))) return;
        const told: Told = {
          topic: notice.topic,
          requestId: notice.requestId,
          caseId: notice.caseId,
          urgent: notice.urgent,
        };
        send(`data: ${JSON.stringify(told)}\n\n`);
      };
      const stops = [onNotice((notice) => void hear(notice)), watchSession(sessionId, () => close())];
      const heartbeat = setInterval(() => send(": here\n\n"), heartbeatMs);
      close = () => {
        if (!isOpen) return;
        isOpen = false;
        clearInterval(heartbeat);
        for (const stop of stops) stop();
        try {
          controller.close();
        } catch {
          // The browser was faster: the stream is closed already.
        }
      };
      signal.addEventListener("abort", close);
      send("retry: 2000\n\n: open\n\n");
    },
    cancel: () => close(),
  });
}
