import { parentPort } from "node:worker_threads";
import ELK from "elkjs/lib/elk.bundled.js";

// Drawing three hundred accounts takes a fifth of a second: in a thread of its own it holds up nobody else's page.
const elk = new ELK();
parentPort.on("message", ({ id, graph }) => {
  elk.layout(graph).then(
    ({ children }) =>
      parentPort.postMessage({ id, places: children.map((child) => ({ id: child.id, y: child.y })) }),
    (error) => parentPort.postMessage({ id, error: String(error?.message ?? error) }),
  );
});
parentPort.postMessage({ ready: true });
