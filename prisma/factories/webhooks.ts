import { randomUUID } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { seal } from "@/lib/access/crypto";
import type { Actor } from "@/lib/access/actor";
import { newSecret, placeOfSecret } from "@/lib/channels/webhook/signature";
import { asSystem } from "@/lib/db";
import type { TopicGroup } from "@/lib/channels/topics";

/** What a receiver heard, in order: also what it heard again. */
export type Heard = {
  eventId: string;
  body: Record<string, unknown>;
  headers: http.IncomingHttpHeaders;
  raw: string;
};

/** A receiver on this machine. `answer` may be changed while it runs; it hears nothing while its answer is none. */
export async function startReceiver(port = 0) {
  const heard: Heard[] = [];
  const receiver = { answer: 200 as number, slowMs: 0 };
  const server = http.createServer((request, response) => {
    let raw = "";
    request.on("data", (part: Buffer) => (raw += part.toString()));
    request.on("end", () => {
      if (receiver.answer < 300)
        heard.push({
          eventId: String(request.headers["x-lachan-event"]),
          body: JSON.parse(raw) as Record<string, unknown>,
          headers: request.headers,
          raw,
        });
      setTimeout(() => response.writeHead(receiver.answer).end(), receiver.slowMs);
    });
  });
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/nhan`;
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url, heard, receiver, stop };
}

/** An address that a manager keeps, with the secret that its receiver was shown. */
export async function makeEndpoint(
  keeper: Actor,
  url: string,
  topics: TopicGroup[] = ["requests"],
): Promise<{ id: string; secret: string }> {
  const [id, secret] = [randomUUID(), newSecret()];
  await asSystem((tx) =>
    tx.webhookEndpoint.create({
      data: {
        id,
        orgId: keeper.orgId,
        url,
        topics,
        secret: seal(secret, placeOfSecret(id)),
        createdById: keeper.membershipId,
      },
    }),
  );
  return { id, secret };
}
