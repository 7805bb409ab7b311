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

function open(): void {
  source = new EventSource("/api/stream");
  source.onopen = () => {
    if (wasLost) for (const { onBack } of hearers) onBack?.();
    wasLost = false;
  };
  source.onmessage = ({ data }: MessageEvent<string>) => {
    const told = JSON.parse(data) as Told;
    if (told.topic === "notice" || told.topic === "seen")
      lastCount = { ...told, topic: "seen", urgent: false };
    for (const { onTold } of hearers) onTold(told);
  };
  source.onerror = () => {
    wasLost = true;
    // The browser tries again by itself unless the answer was a refusal.
    if (source?.readyState === EventSource.CLOSED) void askWhy(source);
  };
}

function close(): void {
  clearTimeout(again);
  source?.close();
  source = undefined;
  lastCount = undefined;
}

/** A page that comes back from the browser's own store lost its stream when it went there. */
function reopen(event: PageTransitionEvent): void {
  if (!event.persisted || source) return;
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
  again = setTimeout(open, againMs);
}
