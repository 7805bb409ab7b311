import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { holdReadings } from "./hold-readings";

const page = "https://lachan.example/queue/1";
const reading = { headers: { RSC: "1" } };
const cut = () => Promise.reject(new TypeError("Failed to fetch"));
const answered = (status = 200, url = page) =>
  Promise.resolve(Object.defineProperty(new Response("data", { status }), "url", { value: url }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("location", new URL(page));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("asks again what a cut line or a server that is away failed to bring, after longer and longer pauses", async () => {
  const fetch = vi.fn(() => answered()).mockImplementationOnce(cut);
  for (const status of [502, 503, 504]) fetch.mockImplementationOnce(() => answered(status));
  const answer = holdReadings(fetch)(page, reading);
  for (const [pause, asked] of [
    [0, 1],
    [500, 2],
    [1_000, 3],
    [2_000, 4],
    [5_000, 5],
  ] as const) {
    await vi.advanceTimersByTimeAsync(pause);
    expect(fetch).toHaveBeenCalledTimes(asked);
  }
  expect(await (await answer).text()).toBe("data");
});

it("asks at once when the browser has a connection again", async () => {
  const fetch = vi.fn(() => answered()).mockImplementationOnce(cut);
  const answer = holdReadings(fetch)(page, reading);
  await vi.advanceTimersByTimeAsync(0);
  window.dispatchEvent(new Event("online"));
  expect((await answer).status).toBe(200);
});

it("asks again for a screen that was cut off half-way, and says where it was led", async () => {
  const half = new ReadableStream({ start: (body) => body.error(new TypeError("network error")) });
  const fetch = vi
    .fn(() => answered(200, `${page}?_rsc=1`))
    .mockImplementationOnce(() =>
      Promise.resolve(Object.defineProperty(new Response(half), "url", { value: page })),
    );
  const held = holdReadings(fetch)(page, reading);
  await vi.advanceTimersByTimeAsync(500);
  const answer = await held;
  expect([answer.url, answer.redirected, await answer.text()]).toEqual([`${page}?_rsc=1`, false, "data"]);
});

it("lets another screen begin before all of it is there", async () => {
  const begun = await answered(200, "https://lachan.example/cases");
  expect(await holdReadings(() => Promise.resolve(begun))(page, reading)).toBe(begun);
});

it.each([
  ["an act", { method: "POST", headers: { RSC: "1" } }],
  ["a reading ahead", { headers: { RSC: "1", "Next-Router-Prefetch": "1" } }],
  ["a reading of the portal's own", {}],
])("does not hold %s", async (_, init) => {
  await expect(holdReadings(cut)(page, init)).rejects.toThrow("Failed to fetch");
});

it("does not hold what was called off", async () => {
  const call = AbortSignal.abort();
  await expect(holdReadings(cut)(page, { ...reading, signal: call })).rejects.toThrow("Failed to fetch");
});
