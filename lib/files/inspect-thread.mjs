import { parentPort } from "node:worker_threads";
import { register } from "tsx/esm/api";

// Runs the sources themselves, as the worker process does: the web's bundle has no file that could be started.
register();
const { inspect } = await import("./inspect.ts");
// Read before the thread says that it is ready: the time of a file is not spent on the library of workbooks.
const { RefusedSheets, sheetsOfFile } = await import("../sheets/sheets-of-file.ts");

const bufferOf = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const tasks = {
  inspect: ({ name, bytes }) => inspect(name, bufferOf(bytes)),
  sheets: async ({ name, bytes, most }) => {
    try {
      return { ok: true, sheets: await sheetsOfFile(name, bufferOf(bytes), most) };
    } catch (error) {
      return { ok: false, code: error instanceof RefusedSheets ? error.code : "unexamined" };
    }
  },
};

parentPort.on("message", async ({ task, ...given }) => parentPort.postMessage(await tasks[task](given)));
parentPort.postMessage("ready");
