import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { ElkNode } from "elkjs/lib/elk-api";
import { log } from "@/lib/log";

type Answer = { ready?: true; id?: number; places?: { id: string; y: number }[]; error?: string };
type Waiting = { done: (heights: Map<string, number>) => void; fail: (error: Error) => void };

/** Milliseconds: a drawing that takes longer is made in plain rows. */
const patience = 10_000;
let thread: { worker: Worker; waiting: Map<number, Waiting> } | undefined;
let serial = 0;

/** Starts the thread ahead of the first drawing, which would else wait for the engine to be read and to grow quick. */
export function startLayouts(): void {
  thread ??= startThread();
}

/** Has the layout engine place a graph in a thread of its own, and gives each node's height in the drawing. */
export function layoutAside(graph: ElkNode): Promise<Map<string, number>> {
  const { worker, waiting } = (thread ??= startThread());
  const id = ++serial;
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => {
      stop(new Error("the layout took too long"));
    }, patience);
    const over = () => {
      clearTimeout(clock);
      waiting.delete(id);
      if (waiting.size === 0) worker.unref();
    };
    waiting.set(id, {
      done: (heights) => (over(), resolve(heights)),
      fail: (error) => (over(), reject(error)),
    });
    worker.ref();
    worker.postMessage({ id, graph });
  });
}

function startThread(): { worker: Worker; waiting: Map<number, Waiting> } {
  // The bundler leaves its file alone: the thread runs from the sources, under `next start` and in tests alike.
  const file = join(/* turbopackIgnore: true */ process.cwd(), "lib/money/trail/layout-thread.mjs");
  const worker = new Worker(/* turbopackIgnore: true */ file, {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  const waiting = new Map<number, Waiting>();
  worker.on("message", ({ id, places, error }: Answer) => {
    if (id === undefined) return;
    const asked = waiting.get(id);
    if (places) asked?.done(new Map(places.map((place) => [place.id, place.y])));
    else asked?.fail(new Error(error));
  });
  worker.on("error", stop);
  worker.on("exit", () => stop(new Error("the layout's thread ended")));
  worker.unref();
  return { worker, waiting };
}

/** Ends the thread; the next drawing gets a fresh one. */
function stop(error: Error): void {
  const lost = thread;
  if (!lost) return;
  thread = undefined;
  if (lost.waiting.size > 0) log.warn({ why: error.message }, "a trail is drawn in plain rows");
  for (const { fail } of lost.waiting.values()) fail(error);
  lost.worker.removeAllListeners();
  lost.worker.on("error", () => undefined);
  void lost.worker.terminate();
}
