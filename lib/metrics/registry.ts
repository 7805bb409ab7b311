import { type Metric, Registry } from "prom-client";

// One per process: pages, route handlers and the worker are built with a copy of this module each.
const store = globalThis as unknown as { lachanMetrics?: Registry };
export const registry = (store.lachanMetrics ??= new Registry());

/** The process's metric of this name, made at the first call. Labels have few values each: never an id, never an address. */
export function metric<M extends Metric>(name: string, make: (name: string) => M): M {
  return (registry.getSingleMetric(name) as M | undefined) ?? make(name);
}
