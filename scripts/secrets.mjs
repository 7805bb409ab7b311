import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "./processes.mjs";

/** Everything this machine keeps: clusters, uploaded files, secrets. Git-ignored. */
export const dataFolder = resolve(root, process.env.LACHAN_DATA_DIR || ".data");

export const secretsFile = join(dataFolder, "secrets.json");

/** Letters that nobody mistakes for one another when typing a password from a terminal. */
function readable(length) {
  const letters = "abcdefghijkmnpqrstuvwxyz23456789";
  return Array.from(randomBytes(length), (byte) => letters[byte % letters.length]).join("");
}

function fresh() {
  const secret = () => randomBytes(33).toString("base64url");
  return {
    AUTH_SECRET: secret(),
    MASTER_KEY: randomBytes(32).toString("base64"),
    OWNER_DATABASE_PASSWORD: secret(),
    APP_DATABASE_PASSWORD: secret(),
    SYSTEM_DATABASE_PASSWORD: secret(),
    DEMO_PASSWORD: `${readable(4)}-${readable(4)}-${readable(4)}`,
  };
}

function read() {
  try {
    return JSON.parse(readFileSync(secretsFile, "utf8"));
  } catch (problem) {
    if (problem.code === "ENOENT") return undefined;
    throw problem;
  }
}

/**
 * The secrets of this machine's development, demo and test databases, made at random the first time (mode 600).
 * A real server does not use them: it gets its own through the environment. Only the demo password is ever shown.
 */
export function loadSecrets() {
  const kept = read();
  if (kept) return kept;
  mkdirSync(dataFolder, { recursive: true });
  const draft = `${secretsFile}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(fresh(), null, 2)}\n`, { mode: 0o600 });
  try {
    // A link appears whole or not at all: of two commands started together, one wins and both read its file.
    linkSync(draft, secretsFile);
  } catch (problem) {
    if (problem.code !== "EEXIST") throw problem;
  } finally {
    rmSync(draft, { force: true });
  }
  return read();
}
