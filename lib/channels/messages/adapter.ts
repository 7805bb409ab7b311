import { env } from "@/lib/env";
import { fileAdapter } from "./file-adapter";

/** A short message: kind, record code and link. `recipient` is a membership's id; the telephone number goes to the carrier alone. */
export type ShortMessage = { eventId: string; recipient: string; phone: string; text: string };

/**
 * Who carries short messages: a brand-name SMS gateway, a Zalo official account. A new one is a file beside this one, its name in
 * `SMS_ADAPTER` or `ZALO_ADAPTER` (lib/env.ts) and a line below. It may be called again for the same event and recipient,
 * which its carrier has to send once, and writes no telephone number anywhere else.
 */
export type MessageAdapter = {
  /** @throws NotSent or what the connection throws; the message is tried again. */
  send: (message: ShortMessage) => Promise<void>;
};

/** The adapter of a way, or null: nobody carries messages there. */
export function adapterOf(channel: "sms" | "zalo"): MessageAdapter | null {
  const { messengers, messagesDir } = env();
  switch (messengers[channel]) {
    case "file":
      return fileAdapter(messagesDir, channel);
    case null:
      return null;
  }
}
