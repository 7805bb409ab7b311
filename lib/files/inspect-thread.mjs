import { parentPort } from "node:worker_threads";
import { register } from "tsx/esm/api";

// Runs the sources themselves, as the worker process does: the web's bundle has no file that could be started.
register();
const { inspect } = await import("./inspect.ts");

parentPort.on("message", ({ name, bytes }) => {
  parentPort.postMessage(inspect(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
});
parentPort.postMessage("ready");
