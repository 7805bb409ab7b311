import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One server action of the build: the id that a browser calls it by, its name in the source, and a page that knows it. */
export type BuiltAction = { id: string; name: string; file: string; page: string };

const server = join(process.cwd(), ".next/server");
const json = <T>(name: string): T => JSON.parse(readFileSync(join(server, name), "utf8")) as T;

type Reference = { exportedName?: string; filename?: string; workers: Record<string, unknown> };

/** Every server action that the build answers to, by name. */
export function builtActions(): BuiltAction[] {
  const { node } = json<{ node: Record<string, Reference> }>("server-reference-manifest.json");
  return Object.entries(node)
    .map(([id, { exportedName = "", filename = "", workers }]) => ({
      id,
      name: exportedName,
      file: filename,
      page: addressOf(Object.keys(workers)[0] ?? "app/page"),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Every address pattern of the build: `/requests/[id]`, `/api/stream`, … without the framework's own error pages. */
export function builtRoutes(): { pattern: string; isPage: boolean }[] {
  const manifest = json<Record<string, string>>("app-paths-manifest.json");
  return Object.keys(manifest)
    .filter((key) => !key.startsWith("/_") && !/\.\w+\/route$/.test(key))
    .map((key) => ({ pattern: addressOf(key), isPage: key.endsWith("/page") }))
    .sort((a, b) => a.pattern.localeCompare(b.pattern));
}

/** `app/(portal)/requests/[id]/page` → `/requests/[id]`. */
function addressOf(key: string): string {
  const path = key
    .replace(/^\/?app(?=\/)/, "")
    .replace(/\/(page|route)$/, "")
    .replace(/\/\([^)]*\)/g, "");
  return path === "" ? "/" : path;
}

/** Is there a build to test? */
export const isBuilt = () => existsSync(join(server, "app-paths-manifest.json"));
