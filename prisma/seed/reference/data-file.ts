import { readFileSync } from "node:fs";

/** Reads one file of prisma/data. Each file names its sources and licence in `meta`. */
export function dataFile<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../data/${name}.json`, import.meta.url), "utf8")) as T;
}
