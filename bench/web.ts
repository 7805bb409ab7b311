import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { firstLoadOf } from "./first-load";

const port = Number(process.env.PORT || 3300);
const origin = `http://localhost:${port}`;
// One kept connection, as a browser has; what is measured is the page and not the handshake.
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

export type Answer = { status: number; body: string; ms: number };

/** The built application as production starts it, on this run's database. */
export async function startWeb(): Promise<ChildProcess> {
  const web = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "-p", String(port)], {
    env: { ...process.env, NODE_ENV: "production", APP_ORIGIN: origin, NEXTAUTH_URL: origin },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const limit = Date.now() + 60_000;
  for (;;) {
    if (web.exitCode !== null || Date.now() > limit) throw new Error("the built application does not start");
    const answer = await page("/status").catch(() => null);
    if (answer?.status === 200) return web;
    await sleep(100);
  }
}

/** One GET; the time runs until the last byte. Not compressed: in production that is the work of the web server in front. */
export function page(path: string, cookie = ""): Promise<Answer> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const request = get(`${origin}${path}`, { agent, headers: { cookie } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(parts).toString(),
          ms: performance.now() - began,
        }),
      );
    });
    request.on("error", reject);
  });
}

/** What a first visit to a page of the measured build loads. */
export const scriptsOf = (html: string) =>
  firstLoadOf(html, origin, async (address) => (await page(address)).body);

/** Milliseconds of processor time used so far by these processes and all below them; null where there is no /proc. */
export function processorTime(roots: number[]): number | null {
  try {
    const all = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap(statOf);
    const family = new Set(roots);
    for (let size = 0; size !== family.size;) {
      size = family.size;
      for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
    }
    // Linux counts in hundredths of a second for every program (USER_HZ).
    return all.filter(({ pid }) => family.has(pid)).reduce((sum, { ticks }) => sum + ticks * 10, 0);
  } catch {
    return null;
  }
}

function statOf(name: string): { pid: number; parent: number; ticks: number }[] {
  try {
    const fields = readFileSync(`/proc/${name}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    // Its own time and that of children who have ended.
    return [
      {
        pid: Number(name),
        parent: Number(fields[1]),
        ticks: [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0),
      },
    ];
  } catch {
    return []; // ended meanwhile
  }
}
