import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "./messages.mjs";
import { runtime } from "./runtime.mjs";

/** The project's folder; every command runs there whatever folder it was called from. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

const isWindows = process.platform === "win32";

/** npm itself, through its own file where that is known: Windows starts no `npm.cmd` without a shell. */
export function npm(...args) {
  const beside = isWindows && join(dirname(process.execPath), "node_modules/npm/bin/npm-cli.js");
  const cli = process.env.npm_execpath || beside;
  return cli && cli.endsWith(".js") ? [process.execPath, [cli, ...args]] : ["npm", args];
}

/** A tool of node_modules: `tool("next/dist/bin/next", "build")`. */
export function tool(path, ...args) {
  return node(`${root}/node_modules/${path}`, ...args);
}

/** A script for the portal's Node. */
export function node(...args) {
  return [runtime(), args];
}

/** Runs a TypeScript file of the project. */
export function typescript(file, ...args) {
  return tool("tsx/dist/cli.mjs", file, ...args);
}

/**
 * Runs a command to its end with the terminal's output.
 * @throws {Refusal} when it ends with another code than 0
 */
export async function run([command, args], { name = command, env = process.env, quiet = false } = {}) {
  const { code, output } = await finish(start([command, args], { env, stdio: quiet ? "pipe" : "inherit" }));
  if (code !== 0) throw new Refusal("commandFailed", { name, code }, output);
  return output;
}

/** Runs a command to its end and gives its code and what it printed (when piped); never throws for a code. */
export function finish(child) {
  return new Promise((resolve) => {
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", (problem) => resolve({ code: 127, output: String(problem.message) }));
    child.on("exit", (code, signal) => {
      const over = () => resolve({ code: code ?? (signal ? 130 : 1), output });
      // Its last words may still be on their way; a process that it left behind may hold their pipe open for ever.
      child.once("close", over);
      setTimeout(over, 2_000).unref();
    });
  });
}

/** Starts a command that keeps running. */
export function start([command, args], { env = process.env, stdio = "inherit", ...more } = {}) {
  return spawn(command, args, { cwd: root, env, stdio, ...more });
}

/** Asks a child to end and kills it when it has not after `patience` milliseconds. */
export function end(child, patience = 10_000) {
  const hasEnded = !child?.pid || child.exitCode !== null || child.signalCode !== null;
  if (hasEnded) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), patience);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * On Ctrl+C calls `stop` instead of ending at once, so that what was started can be cleared away.
 * @returns {() => void} to be called when all is cleared away; ends this process if it was interrupted meanwhile
 */
export function stayForCleanUp(stop) {
  let wasInterrupted = false;
  const handler = () => {
    wasInterrupted = true;
    stop();
  };
  for (const signal of signals) process.on(signal, handler);
  return () => {
    for (const signal of signals) process.off(signal, handler);
    if (wasInterrupted) process.exit(130);
  };
}

/**
 * Keeps children together: the first that ends by itself, or Ctrl+C, ends all, last started first.
 * Gives the exit code of the whole once everything has ended.
 */
export function together(children, { onStop = async () => undefined, onLost = () => undefined } = {}) {
  return new Promise((resolve) => {
    let stopping = false;
    const stop = async (code) => {
      if (stopping) return;
      stopping = true;
      for (const child of Object.values(children).toReversed()) await end(child);
      await onStop();
      resolve(code);
    };
    for (const signal of signals) process.on(signal, () => void stop(0));
    for (const [name, child] of Object.entries(children)) {
      const lost = (code) => {
        if (!stopping) onLost(name, code);
        void stop(code || 1);
      };
      child.once("exit", lost);
      // It could not even be started.
      child.once("error", () => lost(127));
    }
  });
}
