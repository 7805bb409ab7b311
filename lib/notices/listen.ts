import type pg from "pg";
import { listenConnection } from "@/lib/db";
import { log } from "@/lib/log";

/** What an open screen may hear: ids, a topic and whether it is urgent. Never content. */
export type Notice = {
  topic: string;
  orgs: string[];
  caseId: string | null;
  requestId: string | null;
  urgent: boolean;
  /** For whom alone it is, by membership; absent when it is for whoever may read the record. */
  members?: string[];
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
  // One after the other, in the order of the acts.
  let turn = Promise.resolve();
  client.on("notification", ({ payload }) => {
    turn = turn.then(() => (isOver ? undefined : readTo(client, payload ?? ""))).catch(over);
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

type Row = {
  topic: string;
  org_ids: string[];
  case_id: string | null;
  request_id: string | null;
  urgent: boolean;
};
/** A row of the outbox; `to:` an event of which people were told; `of:` a membership whose notifications were read or put off. */
const named = /^(to:|of:|)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Who was told of an event: their screens count anew. */
async function noticeOf(client: pg.Client, eventId: string): Promise<Notice> {
  const { rows } = await client.query<{ membership_id: string; urgent: boolean }>({
    name: "notice-to",
    text: "select membership_id, urgent from notification where event_id = $1",
    values: [eventId],
  });
  const members = rows.map(({ membership_id }) => membership_id);
  return { ...resync, topic: "notice", members, urgent: rows.some(({ urgent }) => urgent) };
}

/**
 * The channel names a row and says nothing of it, as anybody who can connect hears it; the row is read here, on the same connection,
 * and told in the order of the acts. What names no row is no notice: others may speak on the channel too.
 */
async function readTo(client: pg.Client, said: string): Promise<void> {
  const [, about, id] = named.exec(said) ?? [];
  if (!id) return;
  if (about === "of:") return tellAll({ ...resync, topic: "seen", members: [id] });
  if (about === "to:") return tellAll(await noticeOf(client, id));
  const { rows } = await client.query<Row>({
    name: "notice",
    text: "select topic, org_ids, case_id, request_id, urgent from outbox where id = $1",
    values: [id],
  });
  for (const { topic, org_ids: orgs, case_id: caseId, request_id: requestId, urgent } of rows)
    tellAll({ topic, orgs, caseId, requestId, urgent });
}
