import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

/** A second web process of the same build on a port of its own, to be killed or to run with other settings. */
export class WebProcess {
  private child: ChildProcess | undefined;
  readonly origin: string;

  constructor(
    readonly port: number,
    private readonly settings: Record<string, string> = {},
  ) {
    this.origin = `http://localhost:${port}`;
  }

  /** Starts it and waits until it answers. @throws Error after a minute, or when it ends by itself. */
  async start(): Promise<void> {
    const { DATABASE_URL: _owner, ...rest } = process.env; // the portal never gets the owner's address
    const env = {
      ...rest,
      NODE_ENV: "production",
      LOG_LEVEL: "warn",
      PORT: String(this.port),
      APP_ORIGIN: this.origin,
      NEXTAUTH_URL: this.origin,
      ...this.settings,
    } as NodeJS.ProcessEnv;
    const child = spawn(
      process.execPath,
      ["node_modules/next/dist/bin/next", "start", "-p", String(this.port)],
      { env, stdio: ["ignore", "ignore", "inherit"] },
    );
    this.child = child;
    const limit = Date.now() + 60_000;
    while (Date.now() < limit && child.exitCode === null && child.signalCode === null) {
      const answer = await fetch(`${this.origin}/sign-in`, { redirect: "manual" }).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer && answer.status < 500) return;
      await sleep(100);
    }
    throw new Error(`no answer from ${this.origin}`);
  }

  /** kill −9: no farewell, no clean-up. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }
}
