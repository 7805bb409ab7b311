import type { Hearer } from "./stream";

const againMs = 3_000;

/** Listens as soon as the script of the stream has arrived, which no page waits for. Returns how to stop. */
export function hearLater(hearer: Hearer): () => void {
  let stop: (() => void) | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const load = () =>
    void import("./stream").then(
      ({ hear }) => {
        if (!isOver) stop = hear(hearer);
      },
      () => {
        if (!isOver) again = setTimeout(load, againMs);
      },
    );
  load();
  return () => {
    isOver = true;
    clearTimeout(again);
    stop?.();
  };
}
