import { existsSync, statfsSync } from "node:fs";
import { createServer } from "node:net";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "./messages.mjs";

const gigabyte = 1024 ** 3;

/** @throws {Refusal} when fewer than `gigabytes` are free where `place` lies or will lie */
export function requireDisk(place, gigabytes = 1.5) {
  let existing = place;
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  const { bavail, bsize } = statfsSync(existing);
  const free = bavail * bsize;
  if (free < gigabytes * gigabyte) {
    const readable = (bytes) => `${(bytes / gigabyte).toFixed(2)} GB`;
    throw new Refusal("diskFull", {
      place: existing,
      free: readable(free),
      needed: readable(gigabytes * gigabyte),
    });
  }
}

function listens(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 cannot listen there, which is not "taken".
    server.once("error", (problem) => resolve(problem.code !== "EADDRINUSE" && problem.code !== "EACCES"));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** True when nobody listens on this port of this machine, on either protocol. */
export async function isPortFree(port) {
  for (const host of ["127.0.0.1", "0.0.0.0", "::1", "::"]) if (!(await listens(port, host))) return false;
  return true;
}

/** @throws {Refusal} when another program has the port; `variable` is the setting that chooses another */
export async function requirePort(port, variable) {
  if (!(await isPortFree(port))) throw new Refusal("portTaken", { port, variable });
}

/**
 * Waits until an address answers with any status below 500.
 * @throws {Refusal} after `seconds`, or as soon as `hasFailed()` says that waiting is in vain
 */
export async function untilAnswering(address, { seconds = 60, hasFailed = () => false } = {}) {
  const limit = Date.now() + seconds * 1000;
  while (Date.now() < limit && !hasFailed()) {
    const answer = await fetch(address, { redirect: "manual" }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer && answer.status < 500) return;
    await sleep(150);
  }
  throw new Refusal("notAnswering", { address });
}
