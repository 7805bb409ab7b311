import { connect, type Socket } from "node:net";
import type { Env } from "@/lib/env";
import type { Scanner, Verdict } from "./scanner";
import { ScannerDown } from "./scanner-down";

export type ClamdSettings = NonNullable<Env["clamd"]>;

const chunk = 64 * 1024;
/** An answer is one line with a signature's name in it. */
const longestAnswer = 4_096;

/** ClamAV's daemon, asked over TCP or a local socket in the words of its manual, clamd(8): INSTREAM and PING. */
export function clamd(settings: ClamdSettings): Scanner {
  return {
    async scan(bytes) {
      if (bytes.length > settings.mostBytes) return { found: "unexamined" };
      return verdictOf(await ask(settings, settings.patienceMs, stream(bytes)));
    },
    isUp: () =>
      ask(settings, Math.min(settings.patienceMs, 2_000), [Buffer.from("zPING\0")]).then(
        (answer) => answer === "PONG",
        () => false,
      ),
  };
}

function* stream(bytes: Buffer): Iterable<Buffer> {
  yield Buffer.from("zINSTREAM\0");
  for (let at = 0; at < bytes.length; at += chunk) {
    const part = bytes.subarray(at, at + chunk);
    yield sizeOf(part.length);
    yield part;
  }
  yield sizeOf(0);
}

function sizeOf(length: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(length);
  return size;
}

/** @throws ScannerDown for what is no verdict. */
function verdictOf(answer: string): Verdict {
  if (answer === "stream: OK") return { found: "nothing" };
  const named = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (named) return { found: "malware", signature: named.replace(/[^\w.\-:()/ ]/g, "_").slice(0, 160) };
  // The daemon's own limit (StreamMaxLength) is below ours: asking again says the same.
  if (/size limit exceeded/i.test(answer)) return { found: "unexamined" };
  throw new ScannerDown("no verdict");
}

/** One question on a connection of its own; all of it in so many milliseconds. @throws ScannerDown. */
function ask({ host, port }: ClamdSettings, patienceMs: number, parts: Iterable<Buffer>): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = host.startsWith("/") ? connect({ path: host }) : connect({ host, port });
    let said = "";
    const settle = (why: string | null) => {
      clearTimeout(late);
      socket.destroy();
      if (why === null) resolve(said.slice(0, said.indexOf("\0")));
      else reject(new ScannerDown(why));
    };
    const late = setTimeout(() => settle("too slow"), patienceMs);
    socket.setEncoding("latin1");
    socket.on("data", (text: string) => {
      said += text;
      if (said.includes("\0")) settle(null);
      else if (said.length > longestAnswer) settle("too long an answer");
    });
    // One that has enough closes its half while we still send: what it said before is the answer.
    socket.on("error", () => settle("unreachable"));
    socket.on("close", () => settle("closed without an answer"));
    socket.on("connect", () => void send(socket, parts));
  });
}

async function send(socket: Socket, parts: Iterable<Buffer>): Promise<void> {
  for (const part of parts) {
    if (socket.destroyed) return;
    if (!socket.write(part))
      await new Promise<void>((go) => {
        const on = () => {
          socket.off("drain", on).off("close", on);
          go();
        };
        socket.on("drain", on).on("close", on);
      });
  }
}
