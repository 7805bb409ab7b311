import type { Channel } from "@/lib/channels/claim";

/** One receiver with what is not sent to it: an organisation's people on one way, or one of its addresses (then `host`). */
export type ReceiverRow = {
  channel: Channel;
  receiverId: string;
  organisation: string;
  host: string | null;
  waiting: number;
  dead: number;
  oldest: string;
  lastCode: string | null;
};

export type DeliveryRow = {
  id: string;
  channel: Channel;
  organisation: string;
  /** Whose mailbox, or which host. */
  receiver: string;
  topic: string;
  state: "waiting" | "sending" | "dead";
  attempts: number;
  at: string;
  nextAt: string;
  lastAt: string | null;
  lastCode: string | null;
};

/** Which ways out this installation has. */
export type OpenChannels = Record<Channel, boolean>;
