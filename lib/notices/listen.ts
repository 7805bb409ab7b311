import { listenConnection } from "@/lib/db";
import { log } from "@/lib/log";

/** What an open screen may hear: ids, a topic and whether it is urgent. Never content. */
export type Notice = {
  topic: string;
  orgs: string[];
  caseId: string | null;
  requestId: string | null;
  urgent: boolean;
};
type Listener = (notice: Notice) => void;

const channel = "lachan";
const retryMs = 1_000;
/** Sent to every screen after the connection was lost: what happened meanwhile is not known, so all look again. */
const resync: Notice = { topic: "resync", orgs: [], caseId: null, requestId: null, urgent: false };

// One per process, also when the development server loads this file anew.
const store = globalThis as unknown as {
  lachanNotices?: { listeners: Set<Listener>; connecting: boolean; connected: boolean };
};
const state = (store.lachanNotices ??= { listeners: new Set(), connecting: false, connected: false });

/** Hears what is committed in the whole portal, over one LISTEN connection for all who listen here. Returns how to stop. */
export function onNotice(listener: Listener): () => void {
  state.listeners.add(listener);
  if (!state.connected && !state.connecting) void connect(false);
  return () => state.listeners.delete(listener);
}

async function connect(again: boolean): Promise<void> {
  state.connecting = true;
  const client = listenConnection();
  let isOver = false;
  const over = () => {
    if (isOver) return;
    isOver = true;
    state.connected = state.connecting = false;
    client.end().catch(() => undefined);
    if (state.listeners.size > 0)
      setTimeout(() => void (state.connected || state.connecting || connect(true)), retryMs).unref();
  };
  client.on("error", over);
  client.on("end", over);
  client.on("notification", ({ payload }) => {
    const notice = payload ? read(payload) : null;
    if (notice) tellAll(notice);
  });
  try {
    await client.connect();
    await client.query(`listen ${channel}`);
    state.connecting = false;
    state.connected = true;
    if (again) tellAll(resync);
  } catch (error) {
    log.warn({ name: (error as Error).name }, "listening for notices failed");
    over();
  }
}

function tellAll(notice: Notice): void {
  for (const listener of state.listeners) listener(notice);
}

/** Null for what is no notice: another application may speak on the channel. */
export function read(payload: string): Notice | null {
  try {
    const value = JSON.parse(payload) as Partial<Record<keyof Notice, unknown>> | null;
    if (!value || typeof value.topic !== "string" || !Array.isArray(value.orgs)) return null;
    const id = (part: unknown) => (typeof part === "string" ? part : null);
    return {
      topic: value.topic,
      orgs: value.orgs.filter((org): org is string => typeof org === "string"),
      caseId: id(value.caseId),
      requestId: id(value.requestId),
      urgent: value.urgent === true,
    };
  } catch {
    return null;
  }
}
