const againMs = 3_000;

/**
 * Begins `start` of a script that no page waits for, as soon as it has arrived; one that does not come is asked for again. `start`
 * returns how to stop what it began; so does this.
 */
export function loadLater<Module>(
  load: () => Promise<Module>,
  start: (loaded: Module) => () => void,
): () => void {
  let stop: (() => void) | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const ask = () =>
    void load().then(
      (loaded) => {
        if (!isOver) stop = start(loaded);
      },
      () => {
        if (!isOver) again = setTimeout(ask, againMs);
      },
    );
  ask();
  return () => {
    isOver = true;
    clearTimeout(again);
    stop?.();
  };
}
