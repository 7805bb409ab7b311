import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect, it } from "vitest";
import { isReadableCall } from "./readable-call";

/** React's own reader, which only runs where nothing else of React does: what it fails over of these bodies. */
const reader = `
globalThis.__webpack_require__ = Object.assign(() => undefined, { u: () => "" });
globalThis.AsyncLocalStorage = require("node:async_hooks").AsyncLocalStorage;
const { decodeReply } = require("next/dist/compiled/react-server-dom-webpack/cjs/react-server-dom-webpack-server.node.production.js");
let read = "";
process.stdin.on("data", (part) => (read += part)).on("end", async () => {
  const failed = [];
  for (const body of JSON.parse(read)) await decodeReply(body, {}).catch((error) => failed.push([body.slice(0, 300), error.message]));
  process.stdout.write(JSON.stringify(failed));
});`;

function failuresOf(bodies: string[]): [body: string, why: string][] {
  const { stdout } = spawnSync(process.execPath, ["--conditions=react-server", "-e", reader], {
    input: JSON.stringify(bodies),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as [string, string][];
}

const part = fc.constantFrom("0", "1", "a", "b", "__proto__", "length", "constructor", "$", "-1", "");
const text = fc.oneof(
  fc.constantFrom(
    "$",
    "$$",
    "$0",
    "$0:",
    "$1",
    "$K1",
    "$undefined",
    "$n1",
    "$n",
    "$D",
    "$Dx",
    "$-0",
    "$@0",
    "$F0",
    "$Q0",
  ),
  fc.string({ maxLength: 4 }),
  fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `$0:${parts.join(":")}`),
  fc.constantFrom("$0:0", "$0:1", "$0:0:a", "$0:1:a", "$0:0:0", "$0:0:a:b"),
  fc.constant("x".repeat(300_000)),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text,
    fc.integer(),
    fc.constantFrom(null, true),
    fc.array(tie("any"), { maxLength: 4 }),
    fc.array(fc.tuple(part, tie("any")), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
})).any;

/** Something for references to lead to. */
const meant = { a: { b: [{}], a: {}, "": {} }, "0": [{}, ["x"]], "1": {}, $: {} };

it("lets nothing through that React's reader fails over", () => {
  const bodies = fc.sample(
    fc.array(value, { maxLength: 3 }).map((args) => JSON.stringify([meant, ...args])),
    4_000,
  );
  const passed = bodies.filter(isReadableCall);
  expect(passed.filter((body) => body.includes("$0:")).length).toBeGreaterThan(20);
  expect(failuresOf(passed)).toEqual([]);
});

it("knows a body that React's reader fails over", () => {
  expect(failuresOf(['[{"__proto__":{"a":1}},"$0:0:__proto__"]'])).toHaveLength(1);
});
