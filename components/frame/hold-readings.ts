/** How long the portal is left alone before it is asked again; the last stands for all that follow. In milliseconds. */
const pausesMs = [500, 1_000, 2_000, 5_000];
/** What stands before a portal that is just being started again says so in these. */
const away = new Set([502, 503, 504]);

/**
 * A `fetch` under which a page outlives a cut line. When a reading of the router fails, the router opens the address anew: the browser
 * puts its own error page in place of the screen, and what was typed is gone. Here the reading waits instead, is asked again when the
 * connection is back, and the screen stays as it was. Acts are not touched: their forms say what became of them.
 */
export function holdReadings(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    if (!isReading(init)) return fetch(input, init);
    for (let times = 0; ; times += 1) {
      try {
        const answer = await fetch(input, init);
        if (!away.has(answer.status)) return isOfThisPage(answer) ? await whole(answer) : answer;
      } catch (error) {
        if (init?.signal?.aborted || !(error instanceof TypeError)) throw error;
      }
      await connection(pausesMs[Math.min(times, pausesMs.length - 1)]!);
    }
  };
}

/** What the router reads ahead may fail: it is read when it is needed. */
function isReading(init: RequestInit | undefined): boolean {
  const headers = new Headers(init?.headers);
  return headers.has("rsc") && !headers.has("next-router-prefetch") && (init?.method ?? "GET") === "GET";
}

function isOfThisPage(answer: Response): boolean {
  const { pathname } = new URL(answer.url || location.href, location.href);
  return pathname === location.pathname;
}

/** A screen that is read again must not be cut off half-way: it would be an error in place of what stood there. */
async function whole(answer: Response): Promise<Response> {
  const { url, redirected } = answer;
  const body = answer.body ? await answer.arrayBuffer() : null;
  // The router looks where it was led; an answer made by hand would not say.
  return Object.defineProperties(new Response(body, answer), {
    url: { value: url },
    redirected: { value: redirected },
  });
}

/** Until the browser says that it has a connection again, or a pause is over: it does not know that a server is back. */
function connection(pauseMs: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener("online", go);
      resolve();
    };
    const timer = setTimeout(go, pauseMs);
    window.addEventListener("online", go);
  });
}
