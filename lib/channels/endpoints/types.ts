import type { TopicGroup } from "@/lib/channels/topics";

/** So many trials an organisation sends in an hour, to all its addresses; the database counts the same. */
export const mostTrialsAnHour = 20;

/** What became of one word to a receiver, as its keeper reads it. */
export type SentRow = {
  id: string;
  eventId: string;
  topic: string;
  state: DeliveryState;
  attempts: number;
  at: string;
  lastAt: string | null;
  lastCode: string | null;
  lastMs: number | null;
};
export const deliveryStates = ["waiting", "sending", "sent", "dead", "discarded"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export type EndpointRow = {
  id: string;
  version: number;
  url: string;
  topics: TopicGroup[];
  isOn: boolean;
  createdAt: string;
  /** Until when the secret before this one signs too. */
  previousUntil: string | null;
  last: SentRow[];
};

/** A secret is given back once: said again, the answer has none. */
export type SecretShown = { endpointId: string; secret: string | null };
