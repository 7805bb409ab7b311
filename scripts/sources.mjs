import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./processes.mjs";

const ignored = /(^|\/)(node_modules|generated|\.next)(\/|$)|\.test\.tsx?$/;

function* filesIn(path) {
  const full = join(root, path);
  if (!existsSync(full) || ignored.test(path)) return;
  if (statSync(full).isFile()) yield path;
  else for (const name of readdirSync(full).sort()) yield* filesIn(`${path}/${name}`);
}

/** One fingerprint of the content of files and folders (paths from the project's folder; missing ones count too). */
export function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of filesIn(path))
      hash
        .update(file)
        .update("\0")
        .update(readFileSync(join(root, file)))
        .update("\0");
  }
  return hash.digest("hex");
}

/** True when the stamp file says that its work was done from these very sources. */
export function isStamped(file, stamp) {
  const full = join(root, file);
  return existsSync(full) && readFileSync(full, "utf8").trim() === stamp;
}
