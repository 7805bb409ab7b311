import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export type WorkerProcess = {
  child: ChildProcess;
  /** The exit code and the signal. */
  ended: Promise<unknown[]>;
  /** Everything that its log said so far. */
  said: () => string;
};

/** A worker as `npm start -- worker` runs it, on the test's database, once it says that it is ready. */
export async function startWorker(): Promise<WorkerProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", "worker/run.ts"], {
    env: { ...process.env, LOG_LEVEL: "info", NODE_ENV: "development" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  process.once("exit", () => child.kill("SIGKILL"));
  const ended = once(child, "exit");
  let said = "";
  await new Promise<void>((ready, fail) => {
    child.stdout.on("data", (chunk) => {
      said += String(chunk);
      if (said.includes("worker ready")) ready();
    });
    void ended.then(() => fail(new Error(`the worker ended: ${said}`)));
  });
  return { child, ended, said: () => said };
}

/** Waits until it is so, asked ten times a second; the test's own time limit ends it. */
export async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 100));
}
