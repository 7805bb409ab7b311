import { Refusal } from "./messages.mjs";
import { requireNode } from "./node-version.mjs";

// Imported before everything else by what `npm run` starts: modules are run in the order of their imports, so an old Node is told
// so before any of the others meets what it lacks, and before a command has begun to change anything.
try {
  requireNode();
} catch (problem) {
  if (!(problem instanceof Refusal)) throw problem;
  process.stderr.write(`${problem.message}\n`);
  process.exit(1);
}
