import { randomUUID } from "node:crypto";
import { type BuiltAction, builtActions } from "./build";
import { cookieName } from "./session";

/** An answer as a test compares it: status, where it leads, the body, and how long it took in milliseconds. */
export type Answer = { status: number; location: string | null; body: string; headers: Headers; ms: number };
/** What a server action gave back, beside the raw answer. `result` is undefined when the answer holds none. */
export type Acted = Answer & {
  result: { ok: boolean; code?: string; data?: unknown; fields?: Record<string, string> } | undefined;
};

const actions = new Map<string, BuiltAction>();
/** @throws Error when the build has no action of this name. */
export function actionNamed(name: string): BuiltAction {
  if (actions.size === 0) for (const action of builtActions()) actions.set(action.name, action);
  const action = actions.get(name);
  if (!action) throw new Error(`the build has no action ${name}`);
  return action;
}

/** Somebody with a cookie (or nobody) before one server: what a browser sends, without the browser. */
export class Client {
  constructor(
    readonly origin: string,
    readonly cookie: string | null = null,
  ) {}

  /** Opens an address; what a page's script asks for (`rsc`) is followed to the address with its check sum. */
  async get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await this.send(path, { headers: { accept: "text/html", ...headers } });
    const isChecked = headers.rsc !== undefined && answer.status === 307 && answer.location?.includes("_rsc");
    return isChecked
      ? this.send(answer.location!.replace(this.origin, ""), { headers: { accept: "text/html", ...headers } })
      : answer;
  }

  /** Calls a server action as the page's script does. `args` are given as they are, or one `input`. */
  async act(
    name: string,
    input: unknown,
    over: { headers?: Record<string, string>; body?: string } = {},
  ): Promise<Acted> {
    const { id, page } = actionNamed(name);
    const answer = await this.send(filled(page), {
      method: "POST",
      headers: {
        accept: "text/x-component",
        "content-type": "text/plain;charset=UTF-8",
        "next-action": id,
        origin: this.origin,
        ...over.headers,
      },
      body: over.body ?? encodeArgs([input]),
    });
    return { ...answer, result: resultIn(answer.body) };
  }

  async send(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Answer> {
    const headers = { ...init.headers, ...(this.cookie ? { cookie: `${cookieName}=${this.cookie}` } : {}) };
    const begun = performance.now();
    const response = await fetch(this.origin + path, {
      ...init,
      headers,
      redirect: "manual",
      signal: AbortSignal.timeout(20_000),
    });
    const body = await response.text();
    return {
      status: response.status,
      location: response.headers.get("location"),
      body,
      headers: response.headers,
      ms: performance.now() - begun,
    };
  }
}

/** An address with every open place filled by an id that was never given out. */
export const filled = (pattern: string, id: string = randomUUID()) =>
  pattern.replace(/\[\[?\.{3}[^\]]+\]\]?|\[[^\]]+\]/g, id);

/** Arguments as React writes them: a string that begins with `$` gets another one. */
export function encodeArgs(args: unknown[]): string {
  return JSON.stringify(args, (_, value: unknown) => {
    if (value === undefined) return "$undefined";
    if (typeof value === "bigint") return `$n${value}`;
    return typeof value === "string" && value.startsWith("$") ? `$${value}` : value;
  });
}

/** The action's own value in the stream of rows that comes back (`0:{"a":"$@1",…}` names its row). */
function resultIn(body: string): Acted["result"] {
  const row = /"a":"\$@([0-9a-f]+)"/.exec(body)?.[1];
  if (!row) return undefined;
  const line = body.split("\n").find((text) => text.startsWith(`${row}:`));
  try {
    return JSON.parse(line?.slice(row.length + 1) ?? "") as Acted["result"];
  } catch {
    return undefined;
  }
}

/** Does this page say "there is nothing here", by status or, when the page had begun to stream, in its body? */
export function isClosed({ status, body }: Answer): boolean {
  return (
    status === 404 ||
    status === 403 ||
    (status >= 300 && status < 400) ||
    /NEXT_HTTP_ERROR_FALLBACK;40[34]|NEXT_REDIRECT/.test(body)
  );
}

/** Did the server fail, openly or, when the page had begun to stream, inside it? React names such an error by a number alone. */
export function isBroken({ status, body }: Answer): boolean {
  return status >= 500 || /data-dgst="\d+|\bE\{\\?"digest\\?":\\?"\d+\\?"/.test(body);
}

/**
 * What a body says, without what differs from answer to answer: nonces, ids, times, numbers to call about. A page is
 * compared by the data that its scripts get, row by row in any order, because how much of it is already HTML is chance.
 */
export function comparable(body: string): string {
  const pushed = [...body.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g)].map(
    ([, text]) => JSON.parse(text!) as string,
  );
  const rows = (pushed.length > 0 ? pushed.join("") : body)
    .split("\n")
    .map((row) => row.replace(/^[0-9a-f]+:/, "").replace(/\$[A-Za-z]?@?[0-9a-f]+\b/g, "$"));
  return [...new Set(rows)]
    .sort()
    .join("\n")
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, "<id>")
    .replace(/\b[0-9A-F]{4}-[0-9A-F]{4}\b/g, "<support code>")
    .replace(/"[\w-]{21}[vmh]"/g, '"<request>"')
    .replace(/"nonce":"[A-Za-z0-9+/=]+"/g, '"nonce":""')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?/g, "<time>")
    .replace(/\b1[67]\d{8}(\d{3}(\.\d+)?)?\b/g, "<time>");
}
