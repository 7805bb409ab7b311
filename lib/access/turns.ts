/** Lets so many works run at once; the others wait and begin in the order in which they came, whatever became of those before. */
export function turnsOf(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = most;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await work();
    } finally {
      // The turn is handed on; only when nobody waits is it free again.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
