import { useCallback, useEffect, useState } from "react";

export type Later<T> = { value: T | null; failed: boolean; again: () => void };

/**
 * A piece of script that arrives after the page: `load` is a constant function around `import()`. A network that fails is a
 * state of this piece, not of the page around it, where somebody may have typed.
 */
export function useLater<T>(load: () => Promise<T>): Later<T> {
  const [value, setValue] = useState<T | null>(null);
  const [failed, setFailed] = useState(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isGone = false;
    load().then(
      (arrived) => isGone || setValue(() => arrived),
      () => isGone || setFailed(true),
    );
    return () => {
      isGone = true;
    };
  }, [load, round]);
  const again = useCallback(() => {
    setFailed(false);
    setRound((count) => count + 1);
  }, []);
  return { value, failed, again };
}
