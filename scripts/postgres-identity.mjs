import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, existsSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { say } from "./messages.mjs";
import { programs, readableCopy } from "./postgres-binaries.mjs";

// "nobody" on every Linux; PostgreSQL refuses to run as root.
const nobody = { uid: 65534, gid: 65534 };

/** Used only by root when neither of the other ways reaches the project's folder. */
const shelter = "/var/lib/la-chan";

/**
 * Decides as whom PostgreSQL runs, and so where its files lie.
 *
 * - `self`: an ordinary user, nothing to do.
 * - `nobody`: root started us; the server runs as an unprivileged uid that owns the cluster.
 * - `namespace`: root started us from a folder that only root may enter (/root/…): inside a user namespace the
 *   server is no root any more, yet still opens root's files.
 * - `sheltered`: namespaces are forbidden too (some containers): a copy under /var/lib serves the unprivileged uid.
 *
 * @returns {{ way: string, bin: ReturnType<typeof programs>, dir: string }}
 */
export function chooseIdentity(found, dir) {
  const bin = programs(found.folder);
  mkdirSync(dir, { recursive: true, mode: 0o755 });
  if (process.getuid?.() !== 0) return { way: "self", bin, dir };
  const data = join(dir, "data");
  const kept = existsSync(data) ? statSync(data).uid : undefined;
  if (kept !== 0 && answers(bin.postgres, ["--version"], { ...nobody, cwd: dir })) {
    chownSync(dir, nobody.uid, nobody.gid);
    return { way: "nobody", bin, dir };
  }
  if (answers("unshare", ["--user", "--", bin.postgres, "--version"], { cwd: dir })) {
    chownSync(dir, 0, 0);
    return { way: "namespace", bin, dir };
  }
  const place = join(shelter, createHash("sha256").update(dir).digest("hex").slice(0, 12));
  if (!existsSync(place)) say("databaseMoved", { place });
  mkdirSync(place, { recursive: true, mode: 0o755 });
  chownSync(place, nobody.uid, nobody.gid);
  return { way: "sheltered", bin: programs(readableCopy(found, shelter)), dir: place };
}

function answers(command, args, options) {
  return spawnSync(command, args, { stdio: "ignore", ...options }).status === 0;
}

function asWhom({ way, dir }, command, args, options) {
  if (way === "namespace") return ["unshare", ["--user", "--", command, ...args], { cwd: dir, ...options }];
  return [command, args, { cwd: dir, ...options, ...(way === "self" ? {} : nobody) }];
}

/** Runs a PostgreSQL program to its end as the chosen identity. */
export function runAs(identity, command, args) {
  return spawnSync(...asWhom(identity, command, args, { encoding: "utf8" }));
}

/** Starts the server detached from this terminal, so that Ctrl+C reaches it only through us. */
export function startAs(identity, command, args, stdio) {
  return spawn(...asWhom(identity, command, args, { detached: true, windowsHide: true, stdio }));
}

/** Gives a file to the uid that the server runs under. */
export function handOver({ way }, file) {
  if (way === "nobody" || way === "sheltered") chownSync(file, nobody.uid, nobody.gid);
}
