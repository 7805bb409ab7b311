import { parentPort } from "node:worker_threads";
import ELK from "elkjs/lib/elk.bundled.js";

// Drawing three hundred accounts takes a fifth of a second: in a thread of its own it holds up nobody else's page.
const elk = new ELK();
for (const size of [120, 240]) await elk.layout(practice(size)).catch(() => undefined);
parentPort.on("message", ({ id, graph }) => {
  elk.layout(graph).then(
    ({ children }) =>
      parentPort.postMessage({ id, places: children.map((child) => ({ id: child.id, y: child.y })) }),
    (error) => parentPort.postMessage({ id, error: String(error?.message ?? error) }),
  );
});
parentPort.postMessage({ ready: true });

/** A graph of nobody's money, on which the engine's code grows as quick as it gets: cold it takes five times as long. */
function practice(size) {
  const children = Array.from({ length: size }, (_, index) => ({ id: `n${index}`, width: 160, height: 96 }));
  const edges = children.slice(6).map(({ id }, index) => ({
    id: `e${index}`,
    sources: [`n${Math.floor((index * 7) / 9)}`],
    targets: [id],
  }));
  return { id: "practice", layoutOptions: { "elk.algorithm": "layered" }, children, edges };
}
