import { Refusal } from "./messages.mjs";

// Kept apart from everything newer: this file must also load on the Node that it complains about.
const oldestNode = "20.19.0";

/** True when version `a` (like "20.19.0") is at least `b`. */
export function isAtLeast(a, b) {
  const [left, right] = [a, b].map((version) => version.replace(/^v/, "").split(".").map(Number));
  const different = [0, 1, 2].find((index) => (left[index] ?? 0) !== (right[index] ?? 0));
  return different === undefined || (left[different] ?? 0) > (right[different] ?? 0);
}

/** @throws {Refusal} when this Node is older than the portal needs */
export function requireNode(found = process.versions.node) {
  if (!isAtLeast(found, oldestNode)) throw new Refusal("nodeTooOld", { found, needed: oldestNode });
}
