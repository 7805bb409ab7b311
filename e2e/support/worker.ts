import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** One more worker of this build on the database of the run. */
export class WorkerProcess {
  private child: ChildProcess | undefined;

  start(): void {
    // The portal never gets the owner's address; one door of a worker is enough for the run.
    const { DATABASE_URL: _owner, WORKER_PORT: _door, ...rest } = process.env;
    this.child = spawn(process.execPath, ["--import", "tsx", "worker/run.ts"], {
      env: { ...rest, NODE_ENV: "production", LOG_LEVEL: "warn" } as NodeJS.ProcessEnv,
      stdio: ["ignore", "ignore", "inherit"],
    });
  }

  isRunning = (): boolean =>
    this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;

  /** In good order: what runs ends, nothing new begins. */
  async stop(): Promise<void> {
    if (!this.isRunning()) return;
    const gone = once(this.child!, "exit");
    this.child!.kill("SIGTERM");
    await gone;
  }
}
