import type { Actor } from "@/lib/access/actor";
import { onNotice, type Notice } from "./listen";
import { watchSession } from "./live-sessions";
import { countTold, type Told, toldTo } from "./may-hear";

const heartbeatMs = 15_000;
/** Said after the line was lost: what happened meanwhile is not known, so the screen looks again. */
const lookAgain: Told = { topic: "resync", requestId: null, caseId: null, urgent: false };

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
      const say = (told: Told | null) => told && send(`data: ${JSON.stringify(told)}\n\n`);
      // One count after the other, so that the last one that is said is the newest.
      let counts = Promise.resolve<unknown>(undefined);
      const count = (told: () => Promise<Told | null>) =>
        (counts = counts.then(told).then(say, () => undefined));
      const hear = async (notice: Notice) => {
        if (notice.members) return count(() => toldTo(actor, notice));
        if (notice.topic !== "resync") return say(await toldTo(actor, notice).catch(() => null));
        say(lookAgain);
        return count(() => countTold(actor, "seen"));
      };
      const stops = [onNotice((notice) => void hear(notice)), watchSession(sessionId, actor, () => close())];
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
      // Between the page and its stream, or while the stream was lost, something may have come.
      void count(() => countTold(actor, "seen"));
    },
    cancel: () => close(),
  });
}
