/** What the stream tells: ids and counts, nothing of a record. */
export type Told = {
  topic: string;
  requestId: string | null;
  caseId: string | null;
  urgent: boolean;
  unread?: number;
};
export type Hearer = {
  onTold: (told: Told) => void;
  /** The stream is back after it was lost: what happened meanwhile is not known. */
  onBack?: () => void;
};

const againMs = 3_000;
const hearers = new Set<Hearer>();
let source: EventSource | undefined;
let again: ReturnType<typeof setTimeout> | undefined;
let wasLost = false;
/** Hands the stream on to the next page of this browser that waits for it. */
let handOn: (() => void) | undefined;
let others: BroadcastChannel | undefined;
const shared = "lachan-stream";
/** For who begins to listen after it was said. */
let lastCount: Told | undefined;

/** Hears what happens, over one stream for all who listen on this page. Returns how to stop; the last one closes the stream. */
export function hear(hearer: Hearer): () => void {
  hearers.add(hearer);
  if (hearers.size === 1) {
    open();
    window.addEventListener("pagehide", close);
    window.addEventListener("pageshow", reopen);
  } else if (lastCount) hearer.onTold(lastCount);
  return () => {
    hearers.delete(hearer);
    if (hearers.size > 0) return;
    window.removeEventListener("pagehide", close);
    window.removeEventListener("pageshow", reopen);
    close();
  };
}

/**
 * One stream for all pages of this browser: over HTTP/1.1 it holds six connections to a host, and seven open pages would stand still.
 * Whoever has the lock listens and passes on; the page that waits next takes over when it closes, and all look again.
 */
function open(): void {
  if (!navigator.locks || typeof BroadcastChannel === "undefined") return connect();
  const channel = (others = new BroadcastChannel(shared));
  channel.onmessage = ({ data }: MessageEvent<Told | null>) => (data ? pass(data) : lookAgain());
  const hold = () =>
    new Promise<void>((resolve) => {
      if (others !== channel) return resolve();
      handOn = resolve;
      connect();
    });
  const listen = async () => {
    const waited = await navigator.locks.request(shared, { ifAvailable: true }, (lock) =>
      lock ? hold().then(() => false) : true,
    );
    if (!waited || others !== channel) return;
    await navigator.locks.request(shared, () => {
      wasLost = true;
      return hold();
    });
  };
  void listen().catch(() => undefined);
}

function connect(): void {
  source = new EventSource("/api/stream");
  source.onopen = () => {
    if (wasLost) {
      others?.postMessage(null);
      lookAgain();
    }
    wasLost = false;
  };
  source.onmessage = ({ data }: MessageEvent<string>) => {
    const told = JSON.parse(data) as Told;
    others?.postMessage(told);
    pass(told);
  };
  source.onerror = () => {
    wasLost = true;
    // The browser tries again by itself unless the answer was a refusal.
    if (source?.readyState === EventSource.CLOSED) void askWhy(source);
  };
}

function pass(told: Told): void {
  if (told.topic === "notice" || told.topic === "seen") lastCount = { ...told, topic: "seen", urgent: false };
  for (const { onTold } of hearers) onTold(told);
}

function lookAgain(): void {
  for (const { onBack } of hearers) onBack?.();
}

function close(): void {
  clearTimeout(again);
  source?.close();
  source = undefined;
  others?.close();
  others = undefined;
  handOn?.();
  handOn = undefined;
  lastCount = undefined;
}

/** A page that comes back from the browser's own store lost its stream when it went there. */
function reopen(event: PageTransitionEvent): void {
  if (!event.persisted || source || others) return;
  wasLost = true;
  open();
}

/** Why the stream was refused: after the session is over the portal is asked no more. */
async function askWhy(refused: EventSource): Promise<void> {
  const call = new AbortController();
  const status = await fetch("/api/stream", { signal: call.signal })
    .then((answer) => answer.status)
    .catch(() => 0);
  call.abort();
  if (source !== refused || status === 401) return;
  again = setTimeout(connect, againMs);
}
