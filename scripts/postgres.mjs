import { spawnSync } from "node:child_process";
import { existsSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { isMain, main, Refusal, say } from "./messages.mjs";
import { findPostgres } from "./postgres-binaries.mjs";
import { clusters, ownerRole, settingsOf } from "./postgres-clusters.mjs";
import { chooseIdentity, handOver, runAs, startAs } from "./postgres-identity.mjs";
import { requireDisk, requirePort } from "./requirements.mjs";
import { loadSecrets, secretsFile } from "./secrets.mjs";

/** The bundled PostgreSQL from npm: `node scripts/postgres.mjs start|stop|status|url [main|test]`. */

/** The running server of a cluster, or undefined; a pid file left by a crash does not count. */
function running(dir) {
  try {
    const [pid, , , port] = readFileSync(join(dir, "data", "postmaster.pid"), "utf8").split("\n");
    process.kill(Number(pid), 0);
    // After a reboot the number may belong to another program, which must neither be trusted nor stopped.
    const isOurs = process.platform === "win32" || commandOf(pid).includes(join(dir, "data"));
    return isOurs ? { pid: Number(pid), port: Number(port) } : undefined;
  } catch {
    return undefined;
  }
}

function commandOf(pid) {
  if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  return spawnSync("ps", ["-p", pid, "-o", "command="], { encoding: "utf8" }).stdout;
}

function addressOf(port, database) {
  const { OWNER_DATABASE_PASSWORD } = loadSecrets();
  return `postgresql://${ownerRole}:${OWNER_DATABASE_PASSWORD}@127.0.0.1:${port}/${database}`;
}

/** Creates the cluster's files in a draft folder and moves them into place whole. */
function create(identity) {
  const data = join(identity.dir, "data");
  const draft = `${data}.${process.pid}`;
  const passwordFile = join(identity.dir, `.password.${process.pid}`);
  writeFileSync(passwordFile, `${loadSecrets().OWNER_DATABASE_PASSWORD}\n`, { mode: 0o600 });
  handOver(identity, passwordFile);
  try {
    const made = runAs(identity, identity.bin.initdb, [
      ...[
        "-D",
        draft,
        "-U",
        ownerRole,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
      ],
      // The machine may have no locale but C; order by Vietnamese rules is asked for by name (vi-x-icu).
      ...["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--lc-messages=C"],
      "--data-checksums",
    ]);
    if (made.status !== 0) {
      const detail = made.error?.message ?? `${made.stdout}${made.stderr}`;
      throw new Refusal(
        "databaseNotStarting",
        { log: "initdb" },
        detail.trim().split("\n").slice(-8).join("\n"),
      );
    }
    if (existsSync(join(data, "PG_VERSION"))) rmSync(draft, { recursive: true, force: true });
    else renameSync(draft, data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function launch(identity, settings) {
  const log = join(identity.dir, "postgres.log");
  if (existsSync(log) && statSync(log).size > 20_000_000) renameSync(log, `${log}.old`);
  const file = openSync(log, "a");
  const switches = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = startAs(
    identity,
    identity.bin.postgres,
    ["-D", join(identity.dir, "data"), ...switches],
    ["ignore", file, file],
  );
  const state = { hasEnded: false, log };
  child.once("exit", () => (state.hasEnded = true));
  child.once("error", () => (state.hasEnded = true));
  child.unref();
  return state;
}

async function connect(address) {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** Waits for the server and creates the database when it is missing. */
async function untilReady(identity, cluster, port, server) {
  const limit = Date.now() + 60_000;
  for (;;) {
    try {
      const client = await connect(addressOf(port, "postgres"));
      const known = await client.query("select 1 from pg_database where datname = $1", [cluster.database]);
      // 42P04: another command created it in between.
      if (known.rowCount === 0) {
        await client.query(`create database ${cluster.database}`).catch((problem) => {
          if (problem.code !== "42P04" && problem.code !== "23505") throw problem;
        });
      }
      await client.end();
      return;
    } catch (problem) {
      if (problem.code === "28P01") {
        throw new Refusal("databasePasswordLost", { secrets: secretsFile, cluster: identity.dir });
      }
      const isLost = server?.hasEnded && !running(identity.dir);
      if (isLost || Date.now() > limit) {
        const log = server?.log ?? join(identity.dir, "postgres.log");
        const tail = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").slice(-8).join("\n") : "";
        throw new Refusal("databaseNotStarting", { log }, tail);
      }
      await sleep(50);
    }
  }
}

/**
 * Starts a cluster unless it runs, creating it the first time.
 * @returns {Promise<{ url: string, port: number, wasStarted: boolean }>} url is the owner's address
 * @throws {Refusal} no PostgreSQL for this platform, port taken, disk full, password lost, server does not start
 */
export async function startCluster(cluster, { isQuiet = false } = {}) {
  const began = Date.now();
  const identity = chooseIdentity(await findPostgres(), cluster.dir);
  let server;
  let port = running(identity.dir)?.port;
  const wasStarted = port === undefined;
  if (port === undefined) {
    port = cluster.port;
    requireDisk(identity.dir, 0.5);
    await requirePort(port, cluster.variable);
    if (!existsSync(join(identity.dir, "data", "PG_VERSION"))) {
      if (!isQuiet) say("databaseFirst");
      create(identity);
    }
    rmSync(join(identity.dir, "data", "postmaster.pid"), { force: true });
    server = launch(identity, settingsOf(cluster, port));
  }
  await untilReady(identity, cluster, port, server);
  if (wasStarted && !isQuiet) say("databaseReady", { port, milliseconds: Date.now() - began });
  return { url: addressOf(port, cluster.database), port, wasStarted };
}

/** Stops a cluster and waits for it; open connections are ended, committed work is kept. */
export async function stopCluster(cluster) {
  const identity = chooseIdentity(await findPostgres(), cluster.dir);
  const server = running(identity.dir);
  if (!server) return false;
  if (process.platform === "win32") {
    runAs(identity, identity.bin.pgCtl, ["stop", "-m", "fast", "-D", join(identity.dir, "data")]);
  } else process.kill(server.pid, "SIGINT");
  const limit = Date.now() + 30_000;
  while (running(identity.dir) && Date.now() < limit) await sleep(30);
  return true;
}

/** Removes a stopped cluster with all its data. */
export async function removeCluster(cluster) {
  await stopCluster(cluster);
  const identity = chooseIdentity(await findPostgres(), cluster.dir);
  rmSync(identity.dir, { recursive: true, force: true });
}

async function command(name, cluster) {
  const identity = chooseIdentity(await findPostgres(), cluster.dir);
  if (name === "start") {
    const { port, wasStarted } = await startCluster(cluster);
    if (!wasStarted) say("databaseRunning", running(identity.dir) ?? { pid: "?", port });
  } else if (name === "stop") {
    say((await stopCluster(cluster)) ? "databaseStopped" : "databaseNotRunning");
  } else if (name === "url") {
    process.stdout.write(`${addressOf(running(identity.dir)?.port ?? cluster.port, cluster.database)}\n`);
  } else {
    const server = running(identity.dir);
    if (server) say("databaseRunning", server);
    else say("databaseNotRunning");
  }
}

if (isMain(import.meta)) {
  await main(() => command(process.argv[2], clusters[process.argv[3] ?? "main"] ?? clusters.main));
}
