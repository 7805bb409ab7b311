#!/usr/bin/env node
/**
 * Merges words into messages/vi.json and messages/en.json.
 *
 *   node scripts/words.mjs < patch.json      where patch is {"vi": {…nested}, "en": {…nested}}
 *
 * Several people add words at the same time, so the merge holds a lock and writes each file in one
 * rename. Keys are sorted so that two branches adding different words rarely meet on one line.
 */
import {
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "messages");
const lock = join(folder, ".words.lock");
const languages = ["vi", "en"];
const patienceMs = 20_000;
const forgottenMs = 15_000; // a merge takes milliseconds: an older lock belongs to a process that died

function isBranch(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Deep merge; a word may not silently become a group of words, nor the other way round. */
function merge(base, patch, path = "") {
  const merged = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    const here = path ? `${path}.${key}` : key;
    if (key.includes(".")) throw new Error(`"${here}": a key may not contain a dot, nest it instead`);
    if (isBranch(value)) {
      if (typeof merged[key] === "string") throw new Error(`"${here}" is a word already, not a group`);
      merged[key] = merge(merged[key] ?? {}, value, here);
    } else if (typeof value === "string") {
      if (isBranch(merged[key])) throw new Error(`"${here}" is a group already, not a word`);
      merged[key] = value;
    } else {
      throw new Error(`"${here}" must be a string or a group`);
    }
  }
  return merged;
}

function sorted(value) {
  if (!isBranch(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}

function takeLock() {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      closeSync(openSync(lock, "wx"));
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      try {
        if (Date.now() - statSync(lock).mtimeMs > forgottenMs) rmSync(lock, { force: true });
      } catch {
        continue; // released between the two calls
      }
      if (Date.now() > until) throw new Error("another merge holds the lock", { cause: error });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 40);
    }
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return {};
    throw error;
  }
}

function leaves(value) {
  return isBranch(value) ? Object.values(value).reduce((sum, child) => sum + leaves(child), 0) : 1;
}

const patch = JSON.parse(readFileSync(0, "utf8"));
const strange = Object.keys(patch).filter((key) => !languages.includes(key));
if (strange.length > 0) throw new Error(`unknown language: ${strange.join(", ")}`);

mkdirSync(folder, { recursive: true });
takeLock();
try {
  // Both merges are made before either file is written: a bad patch changes nothing.
  const results = languages.map((language) => {
    const file = join(folder, `${language}.json`);
    return { file, words: sorted(merge(read(file), patch[language] ?? {})) };
  });
  for (const { file, words } of results) {
    const draft = `${file}.${process.pid}.tmp`;
    writeFileSync(draft, `${JSON.stringify(words, null, 2)}\n`);
    renameSync(draft, file);
  }
  console.log(languages.map((language) => `${language}: +${leaves(patch[language] ?? {})}`).join(", "));
} finally {
  rmSync(lock, { force: true });
}
