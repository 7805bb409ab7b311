import { readQuietly } from "./read-quietly";
import { hear } from "./stream";

/** Several things that happen at once are one new reading. */
const settleMs = 250;
/** What moves alone is cheap to read, and waits for less. */
const aloneMs = 100;
/** The whole page follows what was read alone, at a moment of its own: not all screens at once. */
const [soonestMs, latestMs] = [5_000, 30_000];

/** What of a page moves, and can be read without the rest of it. */
export type Alone<Reading = never> = {
  /** Answers for the same query as the page's own address (lib/script-answer). */
  path: string;
  show: (reading: Reading) => void;
  /** The request that is open beside it: what happens to that one is not among what moves. */
  openId: string | undefined;
};
export type Freshness = {
  /** A page about one's own notifications; no other page cares for those. */
  own: boolean;
  readAll: () => void;
  alone: () => Alone | undefined;
  onOrder: () => void;
};

/** Keeps a page as fresh as the database from what the stream tells. Returns how to stop. */
export function keepFresh({ own, readAll, alone, onOrder }: Freshness): () => void {
  let settle: ReturnType<typeof setTimeout> | undefined;
  let follow: ReturnType<typeof setTimeout> | undefined;
  let reading: AbortController | undefined;
  let isWhole = false;

  const readWhole = () => {
    clearTimeout(follow);
    follow = undefined;
    isWhole = false;
    reading?.abort();
    // Without a connection the router would leave the page and what is typed in it; it is read again when it is back.
    if (!navigator.onLine) return;
    readQuietly(readAll);
  };
  const readSome = async ({ path, show }: Alone) => {
    reading?.abort();
    const call = (reading = new AbortController());
    const told = await readQuietly(() => fetch(path + location.search, { signal: call.signal }))
      .then((answer) => answer.json() as Promise<{ ok: boolean; data: never }>)
      .catch(() => null);
    if (call.signal.aborted) return;
    // Why not, the page itself says.
    if (!told?.ok) return readWhole();
    show(told.data);
    follow ??= setTimeout(readWhole, soonestMs + Math.random() * (latestMs - soonestMs));
  };
  const readAgain = (whole: boolean) => {
    isWhole ||= whole;
    clearTimeout(settle);
    settle = setTimeout(
      () => {
        const some = isWhole ? undefined : alone();
        if (!some) readWhole();
        else if (navigator.onLine) void readSome(some);
      },
      isWhole || !alone() ? settleMs : aloneMs,
    );
  };
  const onOnline = () => readAgain(true);
  const stop = hear({
    onBack: onOnline,
    onTold: ({ topic, requestId }) => {
      if (topic === "request.signed") onOrder();
      if (topic === "resync" || (topic === "notice" || topic === "seen") === own)
        readAgain(!requestId || requestId === alone()?.openId);
    },
  });
  window.addEventListener("online", onOnline);
  return () => {
    clearTimeout(settle);
    clearTimeout(follow);
    reading?.abort();
    stop();
    window.removeEventListener("online", onOnline);
  };
}
