import { useCallback, useEffect, useRef } from "react";
import { markAnsweringAction } from "@/lib/requests/desk/actions";

const againMs = 20_000;

/** Tells colleagues that somebody is answering, from the first key on and until he leaves; `typing` is called on each change. */
export function useAnswering(requestId: string): { typing: () => void; stop: () => void } {
  const timer = useRef<ReturnType<typeof setInterval>>(undefined);
  const stop = useCallback(() => {
    if (timer.current === undefined) return;
    clearInterval(timer.current);
    timer.current = undefined;
    void markAnsweringAction({ requestId, answering: false }).catch(() => undefined);
  }, [requestId]);
  const typing = useCallback(() => {
    if (timer.current !== undefined) return;
    const tell = () => void markAnsweringAction({ requestId, answering: true }).catch(() => undefined);
    tell();
    timer.current = setInterval(tell, againMs);
  }, [requestId]);
  useEffect(() => stop, [stop]);
  return { typing, stop };
}
