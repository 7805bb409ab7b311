import { AsyncLocalStorage } from "node:async_hooks";

// One per process: pages, route handlers and the worker are built with a copy of this module each.
const store = globalThis as unknown as { lachanCorrelation?: AsyncLocalStorage<string> };
const running = (store.lachanCorrelation ??= new AsyncLocalStorage<string>());

/** Numbers from outside are kept when they are plain: ASCII without spaces, 64 characters at most. */
const plain = /^[\w.:-]{1,64}$/;

/** The number of a request: its caller's (`x-request-id`, as a proxy in front sends it) when it is plain, else one of our own. */
export const numberOf = (given: string | null | undefined): string =>
  given && plain.test(given) ? given : crypto.randomUUID();

/** From here on what runs, and what it calls, bears this number; for the beginning of a request alone. */
export const beginCorrelated = (id: string): void => running.enterWith(id);

/** Everything that `work` logs, and what it calls, bears this number. */
export const correlated = <T>(id: string, work: () => T): T => running.run(id, work);

/** The number of what runs here, if it has one. */
export const correlationId = (): string | undefined => running.getStore();
