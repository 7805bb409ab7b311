import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { log } from "@/lib/log";
import type { Inspected } from "./inspect";

/** What the portal takes is read in a second on a slow machine; what is not done by then is refused. Milliseconds. */
const patience = { start: 30_000, file: 8_000 };

let thread: Promise<Worker> | undefined;
let turn: Promise<unknown> = Promise.resolve();

/** Inspects a file in the thread aside; one that is too much for it is refused as "unexamined". */
export const inspectAside = (name: string, bytes: Buffer, mostMs = patience.file): Promise<Inspected> =>
  inspectionAside<Inspected>({ task: "inspect", name, bytes }, mostMs);

/**
 * Reads what strangers made in a thread of its own, so that no file, however it is made, holds up everybody else's page: one file at
 * a time, in bounded memory and time. A file that is too much for it is "unexamined", and the next one gets a fresh thread.
 */
export function inspectionAside<Read>(
  asked: { task: "inspect" | "sheets"; name: string; bytes: Buffer; most?: number },
  mostMs = patience.file,
): Promise<Read | { ok: false; code: "unexamined" }> {
  const read = turn.then(() => inThread<Read>(asked, mostMs));
  turn = read;
  return read;
}

async function inThread<Read>(
  asked: { bytes: Buffer },
  mostMs: number,
): Promise<Read | { ok: false; code: "unexamined" }> {
  try {
    const worker = await (thread ??= startThread());
    return (await answerOf(worker, mostMs, () => worker.postMessage(asked))) as Read;
  } catch (error) {
    log.warn({ why: (error as Error).message, size: asked.bytes.length }, "a file could not be examined");
    const lost = thread;
    thread = undefined;
    await lost?.then(
      (worker) => worker.terminate(),
      () => undefined,
    );
    return { ok: false, code: "unexamined" };
  }
}

function startThread(): Promise<Worker> {
  // It reads what strangers made: it is given no settings, and no more memory than the largest file needs. The bundler leaves its
  // file alone: the thread runs from the sources, under `next start` and in tests alike.
  const file = join(/* turbopackIgnore: true */ process.cwd(), "lib/files/inspect-thread.mjs");
  const worker = new Worker(/* turbopackIgnore: true */ file, {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  });
  const started = answerOf(worker, patience.start, () => undefined).then(
    () => worker,
    async (error: unknown) => {
      await worker.terminate();
      throw error;
    },
  );
  worker.on("error", () => undefined); // whoever waits is told by answerOf; between two files nobody does
  worker.on("exit", () => {
    if (thread === started) thread = undefined;
  });
  worker.unref();
  return started;
}

/** The thread's next word. @throws Error when it ends or takes too long. */
function answerOf(worker: Worker, mostMs: number, ask: () => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => settle(() => reject(new Error("too long"))), mostMs);
    const said = (answer: unknown) => settle(() => resolve(answer));
    const failed = (error: Error) => settle(() => reject(error));
    const ended = () => settle(() => reject(new Error("thread ended")));
    const settle = (how: () => void) => {
      clearTimeout(late);
      worker.off("message", said).off("error", failed).off("exit", ended);
      how();
    };
    worker.on("message", said).on("error", failed).on("exit", ended);
    ask();
  });
}
