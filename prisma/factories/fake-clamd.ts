import { createServer, type Server, type Socket } from "node:net";
import { eicar } from "./eicar";

/** What an engine on loopback does with what it is asked. */
export type Mood = "works" | "silent" | "too-large" | "broken";

/** A daemon that speaks clamd's protocol (zINSTREAM, zPING) and knows one signature. `port` stays when it is stopped and started. */
export class FakeClamd {
  mood: Mood = "works";
  scanned = 0;
  port = 0;
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();

  /** @param at a port or the path of a socket; 0 takes any free port. */
  async start(at: number | string = this.port): Promise<this> {
    const server = createServer((socket) => this.serve(socket));
    this.server = server;
    await new Promise<void>((ready) =>
      typeof at === "string" ? server.listen(at, ready) : server.listen(at, "127.0.0.1", ready),
    );
    const address = server.address();
    if (address && typeof address === "object") this.port = address.port;
    return this;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((done) => (this.server ? this.server.close(() => done()) : done()));
    this.server = undefined;
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on("close", () => this.sockets.delete(socket));
    socket.on("error", () => undefined);
    const given: Buffer[] = [];
    socket.on("data", (part: Buffer) => {
      given.push(part);
      // Every question ends with a zero; what does not is not looked through again and again.
      if (part.at(-1) !== 0) return;
      const answer = this.answerTo(Buffer.concat(given));
      if (answer !== null) socket.end(answer);
    });
  }

  /** Null while the question is not finished, or nothing is going to be said. */
  private answerTo(given: Buffer): string | null {
    const end = given.indexOf(0);
    if (end < 0 || this.mood === "silent") return null;
    const command = given.subarray(0, end).toString();
    if (command === "zPING") return "PONG\0";
    if (command !== "zINSTREAM") return "UNKNOWN COMMAND\0";
    if (this.mood === "too-large") return "INSTREAM size limit exceeded. ERROR\0";
    const parts: Buffer[] = [];
    for (let at = end + 1; at + 4 <= given.length;) {
      const size = given.readUInt32BE(at);
      if (size === 0) return this.verdict(Buffer.concat(parts));
      if (at + 4 + size > given.length) return null;
      parts.push(given.subarray(at + 4, at + 4 + size));
      at += 4 + size;
    }
    return null;
  }

  private verdict(bytes: Buffer): string {
    this.scanned += 1;
    if (this.mood === "broken") return "stream: Can't allocate memory ERROR\0";
    return bytes.includes(eicar) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0";
  }
}
