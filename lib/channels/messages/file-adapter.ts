import { appendFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { MessageAdapter } from "./adapter";

/**
 * Writes each message as a line of JSON, for trying out and for an office that hands the file to its own gateway, which sends an event
 * once. The file is its owner's alone, and the number stands there shortened to its last three digits.
 */
export function fileAdapter(folder: string, channel: string): MessageAdapter {
  return {
    async send({ eventId, recipient, phone, text }) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const line = {
        at: new Date().toISOString(),
        channel,
        eventId,
        recipient,
        to: `…${phone.slice(-3)}`,
        text,
      };
      await appendFile(join(folder, `${channel}.jsonl`), `${JSON.stringify(line)}\n`, { mode: 0o600 });
    },
  };
}
